package io.cloister.dataplane.linux.filter;

import io.cloister.dataplane.kernel.nft.NftTable;
import io.cloister.dataplane.linux.netlink.Request;
import java.util.function.Supplier;

/** Numbers of nf_tables that both directions use, and how its messages begin. */
final class Nf {
  static final int SUBSYSTEM = 10;
  static final int INET = 1;
  static final int BATCH_BEGIN = 0x10;
  static final int BATCH_END = 0x11;
  static final int BATCH_GENERATION = 1;

  static final int NEWTABLE = 0;
  static final int GETTABLE = 1;
  static final int DELTABLE = 2;
  static final int NEWCHAIN = 3;
  static final int GETCHAIN = 4;
  static final int DELCHAIN = 5;
  static final int NEWRULE = 6;
  static final int GETRULE = 7;
  static final int DELRULE = 8;
  static final int NEWSET = 9;
  static final int GETSET = 10;
  static final int DELSET = 11;
  static final int NEWSETELEM = 12;
  static final int GETSETELEM = 13;
  static final int DELSETELEM = 14;
  static final int GETGEN = 16;
  static final int NEWOBJ = 18;
  static final int GETOBJ = 19;
  static final int DELOBJ = 20;

  /** In all messages but one attribute 1 is the table, and 2 the chain, set or object. */
  static final int TABLE = 1;

  static final int NAME = 2;

  static final int CHAIN_NAME = 3;
  static final int CHAIN_HOOK = 4;
  static final int HOOK_NUMBER = 1;
  static final int HOOK_PRIORITY = 2;
  static final int CHAIN_POLICY = 5;
  static final int CHAIN_TYPE = 7;
  static final int CHAIN_FLAGS = 10;

  static final int RULE_EXPRESSIONS = 4;
  static final int RULE_USERDATA = 7;
  static final int USERDATA_COMMENT = 0;
  static final int USERDATA_PRINT = 200;

  static final int SET_FLAGS = 3;
  static final int SET_KEY_TYPE = 4;
  static final int SET_KEY_LENGTH = 5;
  static final int SET_DATA_TYPE = 6;
  static final int SET_DATA_LENGTH = 7;
  static final int SET_DESCRIPTION = 9;
  static final int SET_ID = 10;
  static final int SET_USERDATA = 13;
  static final int DESCRIPTION_CONCAT = 2;
  static final int FIELD_LENGTH = 1;
  static final int FLAG_INTERVAL = 0x04;
  static final int FLAG_MAP = 0x08;
  static final int FLAG_CONCAT = 0x80;
  static final int DATA_VERDICT = 0xffffff00;

  static final int ELEMENTS = 3;
  static final int ELEMENT_KEY = 1;
  static final int ELEMENT_DATA = 2;
  static final int ELEMENT_FLAGS = 3;
  static final int ELEMENT_KEY_END = 10;
  static final int INTERVAL_END = 1;

  static final int OBJECT_TYPE = 3;
  static final int OBJECT_DATA = 4;
  static final int OBJECT_CT_TIMEOUT = 7;
  static final int TIMEOUT_L3 = 1;
  static final int TIMEOUT_L4 = 2;
  static final int TIMEOUT_DATA = 3;

  static final int LIST_ELEMENT = 1;
  static final int VALUE = 1;
  static final int VERDICT = 2;
  static final int VERDICT_CODE = 1;
  static final int VERDICT_CHAIN = 2;

  static final int DROP = 0;
  static final int ACCEPT = 1;
  static final int CONTINUE = -1;
  static final int JUMP = -3;
  static final int GOTO = -4;
  static final int RETURN = -5;

  private Nf() {}

  /** Begins a message about our table. */
  static void begin(Request request, int message, int flags, Supplier<String> about) {
    request.begin(SUBSYSTEM << 8 | message, flags, about);
    request.raw8(INET).raw8(0).raw16(0);
    request.text(TABLE, NftTable.NAME);
  }
}
