import js from "@eslint/js";
import a11y from "eslint-plugin-jsx-a11y";
import hooks from "eslint-plugin-react-hooks";
import globals from "globals";
import ts from "typescript-eslint";

export default ts.config(
    { ignores: ["dist", "public", "eslint.config.js", "src/api/schema.d.ts"] },
    js.configs.recommended,
    ts.configs.strictTypeChecked,
    ts.configs.stylisticTypeChecked,
    hooks.configs.flat["recommended-latest"],
    a11y.flatConfigs.recommended,
    {
        languageOptions: {
            globals: globals.browser,
            parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
        },
        rules: {
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            "@typescript-eslint/no-confusing-void-expression": "off",
            // Routes, messages and a component of one page may share a file.
            "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
            "@typescript-eslint/only-throw-error": "off",
            // A dialog that opens gives the focus to its first field, as dialogs should.
            "jsx-a11y/no-autofocus": "off",
        },
    },
    // Runs on other people's pages as it stands here.
    { files: ["public/**/*.js"], extends: [ts.configs.disableTypeChecked] },
);
