export const id = 522;
export const ids = [522,868,128];
export const modules = {

/***/ 6141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ruleChanges: () => (/* binding */ ruleChanges),
  shapeMistakes: () => (/* binding */ shapeMistakes)
});

// EXTERNAL MODULE: ./src/source/yaml/placed.ts
var placed = __webpack_require__(1868);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/rules/meaning.ts + 1 modules
var meaning = __webpack_require__(7640);
;// CONCATENATED MODULE: ./src/config/params.ts


/** What is wrong with a parameter's value, by the rule's own declaration; undefined when nothing is. */
function parameterMistake(rule, name, value) {
    if (!Object.hasOwn(rule.params, name)) {
        const meant = (0,errors/* nearest */.pA)(name, Object.keys(rule.params));
        return `${rule.id} has no parameter ${JSON.stringify(name)}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
    }
    const problem = (0,meaning/* parameterProblem */.P)(rule.params[name], value);
    return problem && `${name}: ${problem}`;
}

// EXTERNAL MODULE: ./src/config/schema.ts
var schema = __webpack_require__(131);
// EXTERNAL MODULE: ./src/config/stage.ts
var config_stage = __webpack_require__(3128);
;// CONCATENATED MODULE: ./src/config/check.ts




/** What the file's own shape refuses: unknown keys, wrong types, values out of range. */
function shapeMistakes(yaml) {
    if (yaml.mistakes.length > 0)
        return { config: undefined, mistakes: yaml.mistakes };
    // A file in which nothing is written yet is an empty configuration.
    const result = schema/* configSchema */.Qn.safeParse(yaml.value ?? {}, { reportInput: true });
    if (result.success)
        return { config: result.data, mistakes: targetMistakes(result.data, yaml) };
    return { config: undefined, mistakes: (0,placed/* placedMistakes */.N)(result.error.issues, yaml, schema/* configSchema */.Qn) };
}
function targetMistakes(config, yaml) {
    const names = (config.targets ?? []).map(({ name }) => name);
    return names.flatMap((name, index) => names.indexOf(name) < index
        ? [{ ...yaml.place(['targets', index, 'name']), message: `targets: the name ${JSON.stringify(name)} is given twice` }]
        : []);
}
/**
 * What `rules` changes, and what is wrong with it: names that no rule has, moves without a reason, parameters that the rule does not
 * take. Takes the file as it is read, so that these mistakes come together with those of the shape.
 */
function ruleChanges(yaml, names, custom) {
    const changes = new Map();
    const mistakes = [];
    for (const [name, entry] of entries(member(yaml.value, 'rules'))) {
        const rules = names.find(name);
        if (rules.length === 0 && !custom.has(name))
            mistakes.push({ ...yaml.place(['rules', name]), message: `rules: ${names.unknown(name)}` });
        mistakes.push(...reasonMistakes(yaml, name, entry));
        for (const [parameter, value] of entries(member(entry, 'params'))) {
            const wrong = new Set(rules.flatMap((rule) => parameterMistake(rule, parameter, value) ?? []));
            for (const message of wrong)
                mistakes.push({ ...yaml.place(['rules', name, 'params', parameter]), message: `rules.${name}: ${message}` });
        }
        if (mistakes.length === 0)
            for (const rule of rules)
                changes.set(rule, { ...changes.get(rule), ...toChange(entry) });
    }
    return { changes, mistakes };
}
function reasonMistakes(yaml, name, entry) {
    if (member(entry, 'reason') !== undefined)
        return [];
    return ['severity', 'stage']
        .filter((key) => member(entry, key) !== undefined)
        .map((key) => ({
        ...yaml.place(['rules', name, key]),
        message: `rules.${name}.${key}: to move a rule takes a reason; write reason: beside it`,
    }));
}
function toChange({ enabled, severity, stage, params }) {
    return {
        ...(enabled === undefined ? {} : { enabled }),
        ...(severity === undefined ? {} : { severity }),
        ...(stage === undefined ? {} : { stage: (0,config_stage.toStage)(stage) }),
        ...(params === undefined ? {} : { params: params }),
    };
}
function member(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? value[key] : undefined;
}
function entries(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}


/***/ }),

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


/***/ }),

/***/ 7640:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ meaningMistakes),
  P: () => (/* binding */ parameterProblem)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/rules/examples.ts
const MARK = /^[ \t]*#[ \t]*finding[ \t]*$/;
const FILE_NAMES = {
    repository: 'manifest.yaml',
    namespace: 'manifest.yaml',
    component: 'manifest.yaml',
    resource: 'manifest.yaml',
    pod: 'manifest.yaml',
    container: 'manifest.yaml',
    volume: 'manifest.yaml',
    image: 'manifest.yaml',
    dockerfile: 'Dockerfile',
    'build-stage': 'Dockerfile',
    instruction: 'Dockerfile',
    command: 'Dockerfile',
    'compose-service': 'compose.yaml',
};
/** The files of an example: a text alone stands in a file that suits the scope, or what it plainly is. */
function exampleFiles(example, scope) {
    if (typeof example !== 'string')
        return example.config === undefined ? example.files : { ...example.files, '.maturity-gate.yaml': example.config };
    return { [fileName(example, scope)]: example };
}
function fileName(text, scope) {
    if (scope !== 'repository' && scope !== 'image')
        return FILE_NAMES[scope];
    if (/^FROM\s/m.test(text))
        return 'Dockerfile';
    if (/^services:/m.test(text))
        return 'compose.yaml';
    if (/^kind: Kustomization/m.test(text))
        return 'kustomization.yaml';
    return /^(?:on|jobs):/m.test(text) ? '.github/workflows/ci.yaml' : FILE_NAMES[scope];
}
/** Where an example must have exactly one finding each: the lines after `# finding`, and what `findings` lists. */
function expectedFindings(example, scope) {
    const marked = Object.entries(exampleFiles(example, scope)).flatMap(([file, text]) => text.split(/\r\n?|\n/).flatMap((line, index) => (MARK.test(line) ? [{ file, line: index + 2 }] : [])));
    return typeof example === 'string' ? marked : [...marked, ...(example.findings ?? [])];
}
/** Failing examples say where they fail; passing and unknown ones say nothing. */
function exampleMistakes(rule, yaml) {
    const mistakes = [];
    for (const group of ['fail', 'pass', 'unknown']) {
        rule.examples[group].forEach((example, index) => {
            const expected = expectedFindings(example, rule.scope);
            const wrong = (message) => mistakes.push({ ...yaml.place(['examples', group, index]), message });
            if (group !== 'fail' && expected.length > 0)
                wrong(`an example that must ${group === 'pass' ? 'pass' : 'stay unknown'} marks a finding`);
            if (group === 'fail' && expected.length === 0)
                wrong('a failing example marks its findings: `# finding` above the line, or findings: [{ file, line }]');
            for (const place of expected)
                if (outside(place, exampleFiles(example, rule.scope)))
                    wrong(`there is no line ${place.line} in ${place.file}`);
        });
    }
    return mistakes;
}
// A finding about the repository as a whole, or about a file that is missing, has a place without a line in the example.
function outside({ file, line }, files) {
    const text = files[file];
    return text !== undefined && line > text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/).length;
}

;// CONCATENATED MODULE: ./src/rules/meaning.ts


const IN_OBJECTS = new Set(['resource', 'pod', 'container', 'volume', 'image']);
/** What a schema cannot tell: whether the keys of a rule fit each other and the model. */
function meaningMistakes(rule, yaml, model) {
    const mistakes = [];
    const wrong = (path, message) => mistakes.push({ ...yaml.place(path), message });
    practice(rule, model, wrong);
    decision(rule, wrong);
    if (rule.message !== undefined && rule.messageExpression !== undefined)
        wrong(['message'], 'either message or messageExpression, not both');
    if (rule.message === undefined && rule.messageExpression === undefined)
        wrong([], 'missing: message or messageExpression');
    if (rule.kinds && !IN_OBJECTS.has(rule.scope))
        wrong(['kinds'], `kinds mean nothing in scope ${rule.scope}`);
    if (rule.scope === 'resource' && !rule.kinds)
        wrong(['scope'], 'a rule of scope resource says which kinds; all: ["*"]');
    if (rule.in && rule.scope !== 'image')
        wrong(['in'], `in means nothing in scope ${rule.scope}`);
    for (const [name, parameter] of Object.entries(rule.params)) {
        const problem = parameterProblem(parameter);
        if (problem)
            wrong(['params', name, 'default'], `params.${name}.default: ${problem}`);
    }
    mistakes.push(...exampleMistakes(rule, yaml));
    return mistakes;
}
function practice(rule, model, wrong) {
    const known = model.practices.find(({ id }) => id === rule.practice);
    if (known) {
        if (known.stage !== rule.stage)
            wrong(['stage'], `practice ${rule.practice} belongs to stage ${known.stage}, not ${rule.stage}`);
        return;
    }
    const ids = model.practices.map(({ id }) => id);
    const meant = (0,errors/* nearest */.pA)(rule.practice, ids);
    wrong(['practice'], `unknown practice ${JSON.stringify(rule.practice)}${meant ? `; did you mean ${meant}?` : `; one of ${ids.join(', ')}`}`);
}
function decision(rule, wrong) {
    const { kind, require, evidence, what } = rule;
    if (kind === 'static' && require === undefined)
        wrong([], 'missing: require');
    if (kind === 'attested' && (require ?? evidence) !== undefined)
        wrong([require === undefined ? 'evidence' : 'require'], 'an attested rule is decided by an attestation alone');
    if (kind === 'evidence' && (require === undefined) === (evidence === undefined))
        wrong([], 'a rule of kind evidence has evidence or require');
    if (kind !== 'evidence' && evidence !== undefined)
        wrong(['evidence'], `evidence belongs to kind evidence, not ${kind}`);
    if (kind !== 'static' && rule.scope !== 'repository')
        wrong(['scope'], `a rule of kind ${kind} has scope repository`);
    if (evidence !== undefined && what === undefined)
        wrong(['evidence'], 'missing: what, the text for one piece of evidence');
    if (what !== undefined && evidence === undefined)
        wrong(['what'], 'what means nothing without evidence');
}
/** Why a value does not fit a parameter; undefined when it does. */
function parameterProblem(parameter, value = parameter.default) {
    if (!fits(parameter, value))
        return `not ${parameter.items ? `a ${parameter.type} of ${parameter.items}s` : `of type ${parameter.type}`}`;
    const allowed = parameter.enum;
    const stray = allowed ? [value].flat().find((item) => !allowed.includes(String(item))) : undefined;
    return stray === undefined ? undefined : `${JSON.stringify(stray)} is none of ${allowed?.join(', ')}`;
}
function fits(parameter, value) {
    const { type, items } = parameter;
    if (type === 'list')
        return Array.isArray(value) && value.every((item) => items === undefined || plain(items, item));
    if (type === 'map')
        return (typeof value === 'object' &&
            value !== null &&
            !Array.isArray(value) &&
            Object.values(value).every((item) => items === undefined || plain(items, item)));
    return plain(type, value);
}
function plain(type, value) {
    return type === 'integer' ? Number.isSafeInteger(value) : typeof value === type;
}


/***/ }),

/***/ 1868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ placedMistakes),
/* harmony export */   parsePlaced: () => (/* binding */ parsePlaced)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8439);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);



function parsePlaced(text, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset ?? 0);
        return { message: '', file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
    const mistakes = [
        ...document.errors.map((error) => ({ ...at(error.pos[0]), message: error.message })),
        ...tags.map((warning) => ({ ...at(warning.pos[0]), message: 'a value that begins with ! is a YAML tag: put it in quotes' })),
    ];
    const find = (path) => locate(document.contents ?? undefined, path);
    const start = ({ key, node }) => (key ?? node)?.range?.[0];
    return {
        file,
        value: mistakes.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 }),
        mistakes,
        place: (path) => at(start(find(path))),
        within: (path, offset) => {
            const found = find(path);
            const inside = found.whole && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(found.node) ? offsetWithin(text, found.node, offset) : undefined;
            return at(inside ?? start(found));
        },
    };
}
function locate(root, path) {
    let found = { key: undefined, node: root, whole: true };
    for (const step of path) {
        const next = child(found.node, step);
        if (!next)
            return { ...found, whole: false };
        found = next;
    }
    return found;
}
function child(node, step) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
        const item = node.items[Number(step)];
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(item) ? { key: undefined, node: item, whole: true } : undefined;
    }
    const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? entry(node, step) : undefined;
    if (!pair)
        return undefined;
    return {
        key: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.key) ? pair.key : undefined,
        node: (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.value) && !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(pair.value) ? pair.value : undefined,
        whole: true,
    };
}
function entry(map, step) {
    return map.items.find((pair) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(pair) && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) && String(pair.key.value) === String(step));
}
// Only where the text of the scalar is the value as it stands: plain and block scalars without folding or escapes.
function offsetWithin(text, node, offset) {
    const [start, end] = node.range ?? [0, 0];
    if (typeof node.value !== 'string')
        return undefined;
    const literal = text.slice(start, end);
    if (node.type === 'PLAIN' && literal === node.value)
        return start + offset;
    if ((node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') && literal.slice(1, -1) === node.value)
        return start + 1 + offset;
    if (node.type !== 'BLOCK_LITERAL')
        return undefined;
    const body = literal.indexOf('\n') + 1;
    const indent = /^ */.exec(literal.slice(body).replace(/^\s*\n/, ''))?.[0].length ?? 0;
    const before = node.value.slice(0, offset).split('\n');
    const lines = literal
        .slice(body)
        .split('\n')
        .slice(0, before.length - 1);
    return start + body + lines.reduce((sum, line) => sum + line.length + 1, 0) + indent + (before.at(-1)?.length ?? 0);
}
/** What a schema refused, each at its line and column, with the name that was probably meant. */
function placedMistakes(issues, yaml, schema) {
    return issues.flatMap((issue) => mistakesOf(issue, [], yaml, schema));
}
function mistakesOf(issue, above, yaml, schema) {
    const path = [...above, ...issue.path];
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => {
            const meant = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(key, knownKeys(schema, path));
            return { ...yaml.place([...path, key]), message: `unknown key ${at([...path, key])}${meant ? `; did you mean ${meant}?` : ''}` };
        });
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
        const branches = issue.errors.map((errors) => errors.flatMap((error) => mistakesOf(error, path, yaml, schema)));
        const deepest = issue.errors.map((errors) => Math.max(0, ...errors.map((error) => error.path.length)));
        return branches[deepest.indexOf(Math.max(...deepest))] ?? [];
    }
    return [{ ...yaml.place(path), message: `${at(path)}: ${worded(issue)}` }];
}
function worded(issue) {
    if (issue.code === 'invalid_value' && typeof issue.input !== 'object') {
        const meant = typeof issue.input === 'string' ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(issue.input, issue.values.map(String)) : undefined;
        const allowed = issue.values.map(String).join(', ');
        return `${issue.input === undefined ? 'missing' : `not ${JSON.stringify(issue.input)}`}, one of ${allowed}${meant ? `; did you mean ${meant}?` : ''}`;
    }
    if (issue.code === 'invalid_type')
        return issue.input === undefined ? 'missing' : `must be ${issue.expected}`;
    return issue.message;
}
/** A path as people write it: `rules.no-latest-tag.params[0]`. */
function at(path) {
    return (path.reduce((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step)), '') || 'the file');
}
function knownKeys(schema, path) {
    const root = zod__WEBPACK_IMPORTED_MODULE_2__/* .toJSONSchema */ .bl(schema, { io: 'input', unrepresentable: 'any' });
    let level = [root];
    const spread = (one) => {
        const target = one.$ref ? root.$defs?.[one.$ref.replace('#/$defs/', '')] : undefined;
        return [one, ...(target ? spread(target) : []), ...(one.anyOf ?? []).flatMap(spread)];
    };
    for (const step of path) {
        level = level.flatMap(spread).flatMap((one) => {
            const rest = typeof one.additionalProperties === 'object' ? one.additionalProperties : undefined;
            const next = typeof step === 'number' ? one.items : (one.properties?.[String(step)] ?? rest);
            return next ? [next] : [];
        });
    }
    return level.flatMap(spread).flatMap((one) => Object.keys(one.properties ?? {}));
}


/***/ })

};
