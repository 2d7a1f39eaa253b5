/** A page to print on how a session went. */
import { get } from "./shared/dom.mjs";
import { startCertificate } from "./practice/certificate.mjs";
import { hidePlain } from "./practice/practice.mjs";

hidePlain();
startCertificate(get(document, ".js-certificate", HTMLElement));
