/** Pages to practise with. */
import { startPractice } from "./practice/practice.mjs";

startPractice();
