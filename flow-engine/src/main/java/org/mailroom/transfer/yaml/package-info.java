/** The configuration document as YAML 1.2: read strictly, written so that it diffs well. */
package org.mailroom.transfer.yaml;
