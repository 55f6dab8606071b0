/** The rules of contracts and what is kept of them and their clients. */
package org.mailroom.contract.model;
