package io.cloister.forwarding.pipeline;

import io.cloister.model.table.Table;
import java.util.Optional;

/** Changes tables so that what is equal to what was there stays the same object. */
final class Keep {
  private Keep() {}

  /** The table with the key's value as given, or without the key. */
  static <K extends Comparable<? super K>, V> Table<K, V> put(
      Table<K, V> table, K key, Optional<V> value) {
    if (value.isEmpty()) {
      return table.without(key);
    }
    return table.get(key).equals(value) ? table : table.with(key, value.get());
  }

  @SuppressWarnings("ReferenceEquality") // Identity is what says that nothing has changed.
  static boolean same(Object a, Object b) {
    return a == b;
  }

  /** An index with a member more under a key. */
  static <K extends Comparable<? super K>, I extends Comparable<? super I>>
      Table<K, Table<I, I>> member(Table<K, Table<I, I>> index, K key, I member) {
    Table<I, I> members = index.get(key).orElse(Table.empty());
    return members.has(member) ? index : index.with(key, members.with(member, member));
  }

  /** An index with a member less under a key; keys without members are gone. */
  static <K extends Comparable<? super K>, I extends Comparable<? super I>>
      Table<K, Table<I, I>> noMember(Table<K, Table<I, I>> index, K key, I member) {
    Table<I, I> members = index.get(key).orElse(Table.empty()).without(member);
    return members.isEmpty() ? index.without(key) : index.with(key, members);
  }
}
