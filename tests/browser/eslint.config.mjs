/** What ESLint looks at beyond types: `python -m tests.browser.check_scripts`. */
import js from "@eslint/js";
import globals from "globals";

const WORKERS = [
  "{worker,sw,workbench-worker}.mjs",
  "engine/{boot,cache,downloads,failure,memory-snapshot,steady,worker}.mjs",
  "workbench/{desk-worker,open-desk}.mjs",
];

export default [
  js.configs.recommended,
  { languageOptions: { globals: globals.browser }, ignores: WORKERS },
  {
    files: WORKERS,
    languageOptions: {
      globals: { ...globals.worker, ENGINE: "readonly", RELEASE: "readonly", WORKBENCH: "readonly" },
    },
  },
  {
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-shadow": "error",
      "no-use-before-define": ["error", { functions: false, classes: true, variables: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
];
