/** The home page and the first question: the box for somebody's own words. */
import { startOwnWords } from "./own-words/box.mjs";

startOwnWords();
