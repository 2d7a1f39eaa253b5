/** The workbench. */
import { startWorkbench } from "./workbench/page.mjs";

startWorkbench();
