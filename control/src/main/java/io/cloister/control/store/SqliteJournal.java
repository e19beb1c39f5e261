package io.cloister.control.store;

import io.cloister.control.json.Changes;
import io.cloister.model.network.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.LockingMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The journal in one SQLite file, with a write-ahead log that is synced at every commit. The file
 * is locked while it is open, so two servers can't share it.
 */
public final class SqliteJournal implements Journal {
  private static final int FORMAT = 1;

  private final Connection connection;
  private final Changes json = new Changes();

  private SqliteJournal(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens or makes the journal in a file, and the folder that it lies in.
   *
   * @throws IOException when another server has it open, or its format is a newer one
   */
  public static SqliteJournal open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setLockingMode(LockingMode.EXCLUSIVE);
    config.setBusyTimeout(0);
    try {
      // Not by DriverManager, which looks for every driver on the class path first.
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      SqliteJournal journal = new SqliteJournal(connection);
      journal.prepare(file);
      return journal;
    } catch (SQLException e) {
      throw new IOException(
          "the journal %s can't be opened (%s): is another server using this state folder?"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private void prepare(Path file) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      int format;
      try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
        format = result.next() ? result.getInt(1) : 0;
      }
      if (format > FORMAT) {
        throw new IOException(
            "the journal %s has format %d, and this version reads up to %d: use a newer one"
                .formatted(file, format, FORMAT));
      }
      statement.execute(
          "CREATE TABLE IF NOT EXISTS journal (sequence INTEGER PRIMARY KEY, time TEXT NOT NULL,"
              + " author TEXT NOT NULL, action TEXT NOT NULL, changes TEXT NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS snapshot"
              + " (sequence INTEGER PRIMARY KEY, changes TEXT NOT NULL)");
      statement.execute("PRAGMA user_version = " + FORMAT);
    }
    connection.setAutoCommit(false);
  }

  @Override
  public long replay(Consumer<List<Change>> changes) throws IOException {
    try (Statement statement = connection.createStatement()) {
      long sequence = 0;
      try (ResultSet result =
          statement.executeQuery(
              "SELECT sequence, changes FROM snapshot ORDER BY sequence DESC LIMIT 1")) {
        if (result.next()) {
          sequence = result.getLong(1);
          changes.accept(json.read(result.getString(2)));
        }
      }
      try (ResultSet result =
          statement.executeQuery(
              "SELECT sequence, changes FROM journal WHERE sequence > %d ORDER BY sequence"
                  .formatted(sequence))) {
        while (result.next()) {
          sequence = result.getLong(1);
          changes.accept(json.read(result.getString(2)));
        }
      }
      connection.rollback();
      return sequence;
    } catch (SQLException e) {
      throw new IOException("the journal can't be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void append(List<Entry> entries) throws IOException {
    transaction(
        "INSERT INTO journal (sequence, time, author, action, changes) VALUES (?, ?, ?, ?, ?)",
        insert -> {
          for (Entry entry : entries) {
            insert.setLong(1, entry.sequence());
            insert.setString(2, entry.time().toString());
            insert.setString(3, entry.author());
            insert.setString(4, entry.action());
            insert.setString(5, json.write(entry.changes()));
            insert.executeUpdate();
          }
        });
  }

  @Override
  public void snapshot(long sequence, List<Change> state) throws IOException {
    transaction(
        "INSERT OR REPLACE INTO snapshot (sequence, changes) VALUES (?, ?)",
        insert -> {
          insert.setLong(1, sequence);
          insert.setString(2, json.write(state));
          insert.executeUpdate();
        });
    transaction(
        "DELETE FROM snapshot WHERE sequence < ?",
        delete -> {
          delete.setLong(1, sequence);
          delete.executeUpdate();
        });
  }

  private interface Work {
    void on(PreparedStatement statement) throws SQLException;
  }

  private void transaction(String sql, Work work) throws IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      work.on(statement);
      connection.commit();
    } catch (SQLException e) {
      try {
        connection.rollback();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw new IOException("the journal can't be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("the journal can't be closed: " + e.getMessage(), e);
    }
  }
}
