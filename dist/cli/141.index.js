export const id = 141;
export const ids = [141];
export const modules = {

/***/ 6657:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UN: () => (/* binding */ save),
/* harmony export */   dx: () => (/* binding */ looks),
/* harmony export */   sD: () => (/* binding */ writeOut)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4031);

const WIDTH = 100;
const WIDEST = 120;
const NARROWEST = 60;
/** Colours and width of what goes to standard output. */
function looks(given, io) {
    const width = Math.min(WIDEST, Math.max(NARROWEST, io.stdout.columns ?? WIDTH));
    const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
    const refused = given.has('no-color') || Boolean(NO_COLOR) || given.has('output');
    const forced = Boolean(FORCE_COLOR) && FORCE_COLOR !== '0';
    return { color: !refused && (forced || (io.stdout.terminal && TERM !== 'dumb')), width };
}
/** Writes the report where it is wanted. What cannot be written is said, and changes no verdict. */
async function writeOut(given, io, text) {
    const file = given.value('output');
    if (file !== undefined)
        return save(file, text, io);
    const failure = await io.stdout.write(text);
    // A reader that has seen enough (`| head`) is no failure.
    if (failure !== undefined && failure !== 'EPIPE')
        await unwritten('standard output', failure, io);
}
async function save(file, text, io) {
    const failure = await io.writeFile(file, text);
    if (failure !== undefined)
        await unwritten(file, failure, io);
}
async function unwritten(what, failure, io) {
    await io.stderr.write((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inLog */ .cp)(`maturity-gate: ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(what)}: the report cannot be written (${failure}); the verdict stands\n`));
}


/***/ }),

/***/ 8141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rules: () => (/* binding */ rules)
});

// EXTERNAL MODULE: ./src/config/names.ts
var config_names = __webpack_require__(6234);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
// EXTERNAL MODULE: ./src/report/layout.ts
var layout = __webpack_require__(1894);
// EXTERNAL MODULE: ./src/report/paint.ts
var report_paint = __webpack_require__(9066);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/report/rules.ts




/** `rules --format json`: what programs that choose among rules need. */
function rulesJson(rules) {
    const entries = rules.map(({ id, title, stage, practice, severity, kind, scope, covers, aliases, frameworks, default: on }) => {
        return { id, title, stage, practice, severity, kind, scope, covers, aliases, frameworks, default: on };
    });
    return `${(0,report_escape/* jsonText */.s$)(JSON.stringify(entries, null, 2))}\n`;
}
/** All rules, by stage and practice, one a line. */
function rulesText(rules, model, context) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const name = Math.min(44, Math.max(...rules.map((rule) => rule.id.length), 0));
    const lines = [];
    for (const stage of model.stages) {
        const inStage = rules.filter((rule) => rule.stage === stage.stage);
        if (inStage.length === 0)
            continue;
        lines.push(paint.strong(`Stage ${stage.stage} · ${(0,report_escape/* printable */.g$)(stage.title)}`), '');
        for (const practice of new Set(inStage.map((rule) => rule.practice))) {
            lines.push(`  ${paint.faint((0,report_escape/* printable */.g$)(practice))}`);
            for (const rule of inStage.filter((one) => one.practice === practice))
                lines.push(line(rule, name, context));
            lines.push('');
        }
    }
    lines.push(`${(0,words/* count */.U9)(rules.length, 'rule')}. maturity-gate rules ID explains one.`);
    return (0,report_escape/* inLog */.cp)(`${lines.join('\n')}\n`);
}
function line(rule, name, context) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const off = rule.default ? '' : ' (off)';
    const room = Math.max(20, context.width - name - 17);
    return `    ${(0,layout/* pad */.eV)(rule.id, name)}  ${paint.severity(rule.severity, (0,layout/* pad */.eV)(rule.severity, 8))} ${(0,layout/* crop */.B$)((0,report_escape/* printable */.g$)(rule.title) + off, room)}`;
}
/** One rule: what it asks for, why, what to write, its names elsewhere, and an example of each side. */
function explain({ rule, text }, model, context) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const width = Math.min(context.width, 100);
    const stage = model.stages.find((one) => one.stage === rule.stage)?.title ?? '';
    const kind = rule.kind === 'static' ? '' : ` · ${rule.kind}`;
    const lines = [
        ...(0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(rule.title), width).map(paint.strong),
        ...(0,layout/* wrap */.LV)(`${rule.id} · ${rule.severity} · stage ${rule.stage} (${(0,report_escape/* printable */.g$)(stage)}) · ${rule.practice}${kind}`, width).map(paint.faint),
        ...(rule.default ? [] : ['Off unless the configuration enables it.']),
        '',
        ...paragraphs(text?.why ?? '', width),
        ...section('What to write', (0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(rule.remedy), width - 2), context),
        ...section('Example that fails', example(text?.examples.fail[0]), context),
        ...section('Example that passes', example(text?.examples.pass[0]), context),
        ...section('Settings', Object.entries(rule.params).flatMap(([key, parameter]) => setting(key, parameter, width)), context),
        ...section('Also decides', (0,layout/* wrap */.LV)(rule.covers.join(', '), width - 2), context),
        ...section('In other linters', Object.entries(rule.aliases).flatMap(([tool, ids]) => names(tool, ids, width)), context),
    ];
    return (0,report_escape/* inLog */.cp)(`${lines.join('\n').trimEnd()}\n`);
}
function section(title, body, context) {
    return body.length === 0 ? [] : [(0,report_paint/* painter */.C)(context.color).strong(title), ...body.map((part) => `  ${part}`.trimEnd()), ''];
}
function paragraphs(text, width) {
    return text.split(/\n\s*\n/).flatMap((part) => (part.trim() === '' ? [] : [...(0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(part), width), '']));
}
function names(tool, ids, width) {
    return (0,layout/* wrap */.LV)(ids.join(', '), width - 18).map((part, index) => `${(0,layout/* pad */.eV)(index === 0 ? tool : '', 14)}  ${part}`);
}
function setting(key, { default: value, description }, width) {
    return [`${key}: ${(0,report_escape/* printable */.g$)(JSON.stringify(value))}`, ...(0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(description), width - 4).map((part) => `  ${part}`)];
}
function example(one) {
    if (one === undefined)
        return [];
    if (typeof one === 'string')
        return one.trimEnd().split('\n').map(code);
    return Object.entries(one.files).flatMap(([path, content]) => [`# ${(0,report_escape/* printable */.g$)(path)}`, ...content.trimEnd().split('\n').map(code)]);
}
// Indentation is all that printable() must not touch.
const code = (text) => (0,report_escape/* printable */.g$)(text.replaceAll('\t', '  '));

// EXTERNAL MODULE: ./src/rules/embedded.ts
var embedded = __webpack_require__(3693);
// EXTERNAL MODULE: ./src/cli/output.ts
var output = __webpack_require__(6657);
;// CONCATENATED MODULE: ./src/cli/rules.ts





/** `rules` lists the rules, `rules ID` explains one: by its id, an id that it covers, or another linter's name for it. */
async function rules(given, io) {
    const format = given.value('format') ?? 'text';
    if (format !== 'text' && format !== 'json') {
        throw new errors/* UserError */.yo(`--format: ${JSON.stringify(format)} is not allowed: rules are written as text or json`);
    }
    const [id, ...others] = given.operands;
    if (others.length > 0)
        throw new errors/* UserError */.yo(`${others[0]}: rules explains one rule at a time`);
    const all = [...(0,embedded/* embeddedRules */.Ae)()].sort((a, b) => a.stage - b.stage || (a.id < b.id ? -1 : 1));
    const chosen = id === undefined ? undefined : find(id, all);
    const look = (0,output/* looks */.dx)(given, io);
    const text = () => (chosen ? explain(chosen, embedded/* model */.ge, look) : rulesText(all, embedded/* model */.ge, look));
    await (0,output/* writeOut */.sD)(given, io, format === 'json' ? rulesJson(chosen ? [chosen.rule] : all) : text());
    return 0;
}
function find(name, all) {
    const names = new config_names/* RuleNames */.X(all);
    const [rule] = names.find(name);
    if (!rule)
        throw new errors/* UserError */.yo(names.unknown(name));
    return { rule, text: (0,embedded/* embeddedTexts */.BC)().get(rule.id) };
}


/***/ }),

/***/ 6234:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RuleNames)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** Finds rules by any of their names: their id, the id of a control that they cover, or another tool's id as `tool:id`. */
class RuleNames {
    #rules;
    #made;
    constructor(rules) {
        this.#rules = rules;
    }
    // Most runs name no rule.
    get #byName() {
        this.#made ??= byName(this.#rules);
        return this.#made;
    }
    /** Several where several decide the control; [] where there is none of that name. */
    find(name) {
        return this.#byName.get(name) ?? [];
    }
    /** `no rule is called "x"; did you mean y?` */
    unknown(name) {
        const meant = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(name, this.#byName.keys());
        return `no rule is called ${JSON.stringify(name)}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
    }
}
function byName(rules) {
    const found = new Map();
    for (const rule of rules) {
        const aliases = Object.entries(rule.aliases).flatMap(([tool, ids]) => ids.map((id) => `${tool}:${id}`));
        for (const name of new Set([rule.id, ...rule.covers, ...aliases])) {
            const named = found.get(name);
            if (named)
                named.push(rule);
            else
                found.set(name, [rule]);
        }
    }
    return found;
}


/***/ }),

/***/ 1894:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B$: () => (/* binding */ crop),
/* harmony export */   CF: () => (/* binding */ padStart),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   YT: () => (/* binding */ cropPath),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   vJ: () => (/* binding */ cropStart)
/* harmony export */ });
/** Characters that take two columns: East Asian wide ones and emoji. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NARROW = /^[\x20-\x7e]*$/;
function characterWidth(character) {
    if (/\p{M}/u.test(character))
        return 0;
    return WIDE.test(character) ? 2 : 1;
}
/** Columns that a terminal needs; the text holds no control characters. */
function columns(text) {
    if (NARROW.test(text))
        return text.length;
    let sum = 0;
    for (const character of text)
        sum += characterWidth(character);
    return sum;
}
function pad(text, width) {
    return text + ' '.repeat(Math.max(0, width - columns(text)));
}
function padStart(text, width) {
    return ' '.repeat(Math.max(0, width - columns(text))) + text;
}
/** The text cut to a width, with … where something is missing. */
function crop(text, width) {
    if (columns(text) <= width)
        return text;
    let kept = '';
    let used = 0;
    for (const character of text) {
        used += characterWidth(character);
        if (used > width - 1)
            break;
        kept += character;
    }
    return `${kept}…`;
}
/** The text's end, with … where something is missing in front. */
function cropStart(text, width) {
    if (columns(text) <= width)
        return text;
    let kept = '';
    let used = 0;
    for (const character of [...text].reverse()) {
        used += characterWidth(character);
        if (used > width - 1)
            break;
        kept = character + kept;
    }
    return `…${kept}`;
}
/** A path cut in its middle: both its beginning and its file name tell something. */
function cropPath(path, width) {
    if (columns(path) <= width)
        return path;
    const head = Math.floor(width * 0.3);
    return crop(path, head) + cropStart(path, width - head + 1).slice(1);
}
/** Lines of at most `width` columns, broken between words; a longer word is broken where it must be. */
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(/ +/).filter(Boolean)) {
        if (line !== '' && columns(line) + 1 + columns(word) <= width) {
            line += ` ${word}`;
            continue;
        }
        if (line !== '')
            lines.push(line);
        const pieces = broken(word, width);
        line = pieces.pop() ?? '';
        lines.push(...pieces);
    }
    if (line !== '')
        lines.push(line);
    return lines;
}
function broken(word, width) {
    if (columns(word) <= width)
        return [word];
    const pieces = [''];
    for (const character of word) {
        const last = pieces.length - 1;
        if (columns(pieces[last] ?? '') + characterWidth(character) > width)
            pieces.push(character);
        else
            pieces[last] += character;
    }
    return pieces;
}


/***/ }),

/***/ 9066:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ painter)
/* harmony export */ });
function painter(color) {
    const look = (code) => (text) => (color && text !== '' ? `\x1b[${code}m${text}\x1b[0m` : text);
    const bad = look(31);
    const mild = look(33);
    const place = look(36);
    return {
        strong: look(1),
        faint: look(2),
        good: look(32),
        bad,
        mild,
        place,
        severity: (severity, text) => (severity === 'critical' || severity === 'high' ? bad : severity === 'medium' ? mild : place)(text),
    };
}


/***/ }),

/***/ 2691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ verdictSentence),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   WR: () => (/* binding */ points),
/* harmony export */   _h: () => (/* binding */ scannedSentence),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
function count(number, one, many = `${one}s`) {
    return `${grouped(number)} ${number === 1 ? one : many}`;
}
function grouped(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
function list(parts) {
    if (parts.length < 2)
        return parts.join('');
    return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
/** One decimal; scores are rounded down where they are made. */
function points(score) {
    return score === null ? '–' : score.toFixed(1);
}
/** `passed: stage 2 is required and reached` — the verdict in one sentence, without markup. */
function verdictSentence(report) {
    const { outcome, requiredStage, reachedStage, passed } = report.verdict;
    if (outcome === 'nothing-scanned')
        return 'nothing to judge: no manifest, Dockerfile or compose file was found';
    const reached = reachedStage === 0 ? 'no stage is reached yet' : `stage ${reachedStage} is reached`;
    const short = report.targets.filter((target) => !target.passed);
    if (report.targets.length > 1 && short.length > 0)
        return `failed: ${shortTargets(short)}`;
    if (report.targets.length > 1 && requiredStage !== null) {
        return `passed: each of ${report.targets.length} targets reaches the stage it is held to, the lowest stage ${reachedStage}`;
    }
    if (requiredStage === null)
        return `${passed ? 'passed' : 'failed'}: no stage is required, ${reached}`;
    if (reachedStage === requiredStage)
        return `${passed ? 'passed' : 'failed'}: stage ${requiredStage} is required and reached`;
    return `${passed ? 'passed' : 'failed'}: stage ${requiredStage} is required, ${reached}`;
}
function shortTargets(targets) {
    const named = targets
        .slice(0, 3)
        .map((target) => `${target.name} reaches stage ${target.reachedStage}, not ${target.requiredStage ?? '–'}`);
    if (targets.length > 3)
        named.push(count(targets.length - 3, 'more target'));
    return list(named);
}
function scannedSentence(scanned) {
    const parts = [
        scanned.resources > 0 ? count(scanned.resources, 'Kubernetes object') : '',
        scanned.dockerfiles > 0 ? count(scanned.dockerfiles, 'Dockerfile') : '',
        scanned.composeFiles > 0 ? count(scanned.composeFiles, 'compose file') : '',
        scanned.workflows > 0 ? count(scanned.workflows, 'workflow') : '',
    ].filter(Boolean);
    return parts.length === 0 ? `${count(scanned.files, 'file')} looked at` : `${list(parts)} in ${count(scanned.files, 'file')}`;
}


/***/ }),

/***/ 3693:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ podSecurityChecks),
/* harmony export */   Ae: () => (/* binding */ embeddedRules),
/* harmony export */   BC: () => (/* binding */ embeddedTexts),
/* harmony export */   ge: () => (/* binding */ model)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);



// Written by scripts/generate.ts, checked there and so not here. Two files, since a scan reads no texts. The build puts
// them beside the bundle.
const DECISIONS = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url)), 'embedded-rules.json');
const TEXTS = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url)), 'embedded-texts.json');
let decisions;
let texts;
function read() {
    decisions ??= JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(DECISIONS, 'utf8'));
    return decisions;
}
/** The rules that come with the gate, by id. */
function embeddedRules() {
    return read().rules;
}
function podSecurityChecks() {
    return read().podSecurity;
}
function embeddedTexts() {
    texts ??= new Map(Object.entries(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(TEXTS, 'utf8'))));
    return texts;
}
/** The maturity model; read at its first use. */
const model = {
    get stages() {
        return read().model.stages;
    },
    get practices() {
        return read().model.practices;
    },
    get nodeAgents() {
        return read().model.nodeAgents;
    },
};


/***/ })

};
