package org.mailroom.contract;

/** Port to the requests, which live above: how many a contract has. Implemented there. */
public interface ContractUsage {
  long requestsUnder(ContractId contract);
}
