/** The wizard's pages. */
import { startWizard } from "./wizard/wizard.mjs";

startWizard();
