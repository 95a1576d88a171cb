export const id = 128;
export const ids = [128];
export const modules = {

/***/ 131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ configSchema),
/* harmony export */   w7: () => (/* binding */ STAGE_IDS)
/* harmony export */ });
/* unused harmony exports KEYS, configJsonSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _model_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1799);


// A stage's number or id; the ids are those of rules/model.yaml, which a test holds them to.
const STAGE_IDS = ['learning', 'sanctioned', 'production', 'expansion', 'organisation-wide'];
const stage = zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz([1, 2, 3, 4, 5, ...STAGE_IDS]).describe('A stage, by its number or id.');
const threshold = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(100).describe('The score from 0 to 100 that a stage needs to be met.');
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().trim().min(1);
const glob = text.describe('A glob relative to the root; a folder stands for all that is below it.');
const target = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: text.describe('What reports call it.'),
    paths: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(glob).min(1).describe('Globs of its files; ! takes files out again.'),
    'required-stage': stage.optional(),
    threshold: threshold.optional(),
    owner: text.optional().describe('Who answers for it, as a team or person: @org/team.'),
})
    .describe('A service of the repository, with its own files and its own stage to reach.');
const rule = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    enabled: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .optional()
        .describe('Switches a rule on or off. One that is switched off counts as undecided where it would apply.'),
    severity: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_model_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .o).optional().describe('Moves the rule to another severity; needs a reason.'),
    stage: stage.optional().describe('Moves the rule to another stage, by its number or id; needs a reason.'),
    reason: text.optional().describe('Why; for whoever reads the configuration later.'),
    params: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9()).optional().describe("Values of the rule's own parameters."),
})
    .describe('What is different from the rule as it is shipped.');
/** One entry a key: what is here is allowed in the file, in the JSON Schema and in the suggestions for a misspelt key. */
const KEYS = {
    'required-stage': stage.optional().describe('The stage the gate asks for, by its number or id.'),
    threshold: threshold.optional(),
    mode: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['enforce', 'report']).optional().describe('report: the gate never fails the job for gaps.'),
    include: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(glob).optional().describe('Only files that match are judged; evidence is looked for everywhere.'),
    exclude: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(glob).optional().describe('Files that are left out, besides the defaults; !glob takes a default back.'),
    targets: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(target).min(1).optional().describe('Services of the repository; without any, the repository is the only one.'),
    'custom-rules': zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(glob).optional().describe('Globs of your own rule files.'),
    rules: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), rule).optional().describe('Changes to rules, by rule id.'),
    'kubernetes-version': zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^1\.\d{1,2}$/, 'must be a minor version in quotes, like "1.36"')
        .optional()
        .describe('The Kubernetes version that manifests are held to, as "1.36".'),
};
const configSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(KEYS).describe('Configuration of Container Maturity Gate: .maturity-gate.yaml');
/** The JSON Schema that editors check the file with. */
function configJsonSchema() {
    return { ...z.toJSONSchema(configSchema, { io: 'input' }), title: '.maturity-gate.yaml' };
}


/***/ }),

/***/ 3128:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toStage: () => (/* binding */ toStage)
/* harmony export */ });
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(131);

function toStage(written) {
    return typeof written === 'number' ? written : (_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .STAGE_IDS */ .w7.indexOf(written) + 1);
}


/***/ })

};
