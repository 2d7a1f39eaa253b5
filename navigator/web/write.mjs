/** The page on which a trainer writes a case. */
import { startWriting } from "./write/page.mjs";

startWriting();
