export const id = 686;
export const ids = [686];
export const modules = {

/***/ 4686:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ cli_check_check)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/config/exit.ts
/** The exit code of a verdict: 1 only where a failing gate is to fail the job. */
function exitCode(verdict, mode, onNothingScanned) {
    if (verdict.passed || mode === 'report')
        return 0;
    return verdict.outcome === 'nothing-scanned' && onNothingScanned !== 'fail' ? 0 : 1;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/model/document.ts
/** Bytes. The largest bundles of CRDs that projects publish have about 5 MB. */
const LARGEST = 10 * 1024 * 1024;
/** A file that cannot be judged: becomes a problem, never a crash. */
class Unreadable extends Error {
    /** There is nothing here that could be judged: deleted, a link out of the root or to a file that is read anyway, a pipe. */
    absent;
    constructor(reason, absent = false) {
        super(reason);
        this.name = 'Unreadable';
        this.absent = absent;
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./src/source/text.ts


/** The text of a file without its byte-order mark. Throws `Unreadable` for what is neither UTF-8 nor UTF-16. */
function decode(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // latin1 makes a string of one byte a character: half the memory, and no decoding.
    if ((0,external_node_buffer_.isAscii)(buffer)) {
        const text = buffer.toString('latin1');
        if (!text.includes('\0'))
            return text;
        return utf16(buffer) ?? refuse();
    }
    if (buffer[0] === 0xff || buffer[0] === 0xfe)
        return utf16(buffer) ?? refuse();
    if (!(0,external_node_buffer_.isUtf8)(buffer))
        return utf16(buffer) ?? refuse();
    const text = buffer.toString('utf8', buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0);
    return text.includes('\0') ? refuse() : text;
}
/** For telling what a file is about when it cannot be decoded: every byte a character. */
function decodeLoosely(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replaceAll('\0', '');
}
// Without a mark YAML 1.2 (5.2) tells the encoding from the first character, which is ASCII.
function utf16(buffer) {
    if (buffer.length < 2 || buffer.length % 2 !== 0)
        return undefined;
    const mark = buffer.readUInt16BE(0);
    const big = mark === 0xfeff || (buffer[0] === 0 && buffer[1] !== 0);
    const little = mark === 0xfffe || (buffer[0] !== 0 && buffer[1] === 0);
    if (!big && !little)
        return undefined;
    // swap16 works in place, and the bytes belong to the tree's buffer.
    const text = (big ? Buffer.from(buffer).swap16() : buffer).toString('utf16le');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
function refuse() {
    throw new Unreadable('the file is neither UTF-8 nor UTF-16 text');
}

// EXTERNAL MODULE: ./src/rules/embedded.ts
var embedded = __webpack_require__(3693);
;// CONCATENATED MODULE: ./src/config/choose.ts

/**
 * The rules of a run. `--only` names exactly those that are judged, whatever the configuration or their default says; `--skip` and
 * the configuration switch rules off. Throws a UserError for names that no rule has.
 */
function chooseRules(rules, names, changes, { only, skip }, kubernetesVersion) {
    const mistakes = [...unknown('only', only, names), ...unknown('skip', skip, names)];
    if (mistakes.length > 0)
        throw new errors/* UserError */.yo(mistakes.map((message) => ({ message })));
    const named = found(only, names);
    const skipped = found(skip, names);
    return rules.flatMap((rule) => {
        const change = changes.get(rule);
        const wanted = only?.length ? named.has(rule) && !skipped.has(rule) : rule.default || change?.enabled === true;
        if (!wanted)
            return [];
        const off = !only?.length && (skipped.has(rule) || change?.enabled === false);
        return [{ rule: changed(rule, change), params: parameters(rule, change, kubernetesVersion), off }];
    });
}
function unknown(option, given, names) {
    return (given ?? []).filter((name) => names.find(name).length === 0).map((name) => `--${option}: ${names.unknown(name)}`);
}
function found(given, names) {
    return new Set((given ?? []).flatMap((name) => names.find(name)));
}
function changed(rule, change) {
    if (change?.severity === undefined && change?.stage === undefined)
        return rule;
    return { ...rule, severity: change.severity ?? rule.severity, stage: change.stage ?? rule.stage };
}
// A rule that depends on the cluster's version declares a parameter of this name; it follows the configuration.
function parameters(rule, change, kubernetesVersion) {
    const version = Object.hasOwn(rule.params, 'kubernetesVersion') ? { kubernetesVersion } : {};
    return { ...version, ...change?.params };
}

// EXTERNAL MODULE: ./node_modules/minimatch/dist/esm/index.js + 8 modules
var esm = __webpack_require__(1138);
;// CONCATENATED MODULE: ./src/source/globs.ts

const MAGIC = /[*?[\]{}()!+@]/;
/** Whether a path is a glob. A `!` in front is not part of the question. */
function isMagic(path) {
    return MAGIC.test(path);
}
/** The folders of a glob before its first special character; '.' where there are none. */
function staticPrefix(glob) {
    const parts = glob.split('/');
    const magic = parts.findIndex((part) => isMagic(part));
    if (magic < 0)
        return glob;
    return parts.slice(0, magic).join('/') || (glob.startsWith('/') ? '/' : '.');
}
/**
 * Globs in order; the last one that matches decides, `!` in front says no. A glob names a file, or a folder with all that is below.
 * `anyDepth`: one without `/` matches at any depth, as in .gitignore. Globs as in minimatch, dot files included.
 */
function globMatcher(globs, options) {
    const groups = [];
    for (const [yes, run] of runs(globs, options.anyDepth))
        groups.unshift({ yes, test: anyOf(run) });
    return (path) => groups.find((group) => group.test(path))?.yes ?? false;
}
// Neighbours of one sign become one expression: 100,000 paths are asked.
function runs(globs, anyDepth) {
    const found = [];
    for (const glob of globs) {
        const yes = !glob.startsWith('!') || glob.startsWith('!(');
        const written = yes ? glob : glob.slice(1);
        const bare = written.replace(/^\.?\/+/, '').replace(/\/+$/, '') || '.';
        // A leading slash ties it to the root.
        const deep = anyDepth && bare !== '.' && !bare.includes('/') && !written.startsWith('/') ? `**/${bare}` : bare;
        const last = found.at(-1);
        if (last && last[0] === yes)
            last[1].push(deep);
        else
            found.push([yes, [deep]]);
    }
    return found;
}
function anyOf(globs) {
    if (globs.includes('.'))
        return () => true;
    const whole = globs.flatMap((glob) => (0,esm/* braceExpand */.KA)(glob));
    const odd = whole.filter((glob) => /[[\]()\\]/.test(glob)).flatMap((glob) => [glob, `${glob}/**`].map(minimatching));
    const sources = whole.filter((glob) => !/[[\]()\\]/.test(glob)).map(expression);
    const joined = sources.length > 0 ? new RegExp(`^(?:${sources.join('|')})(?:/|$)`) : undefined;
    return (path) => (joined?.test(path) ?? false) || odd.some((matches) => matches(path));
}
// Classes and extended globs: minimatch takes a microsecond and more for each path.
function minimatching(glob) {
    const made = new esm/* Minimatch */.VR(glob, { dot: true, nobrace: true, nocomment: true, nonegate: true, platform: 'linux' });
    return (path) => made.match(path);
}
function expression(glob) {
    const parts = glob.split('/').map((part, index, all) => {
        if (part === '**')
            return index === all.length - 1 ? '.+' : '(?:[^/]+/)*';
        const text = part
            .replace(/[.+^${}|]/g, '\\$&')
            .replace(/\*+/g, '[^/]*')
            .replace(/\?/g, '[^/]');
        return index === all.length - 1 ? text : `${text}/`;
    });
    return parts.join('');
}

;// CONCATENATED MODULE: ./src/config/custom.ts




const NO_RULES = { rules: [], texts: new Map(), ids: new Set() };
/** The rules that `custom-rules` names, through the door that the shipped ones went through. Adds what is wrong with them to `mistakes`. */
async function customRules(tree, yaml, shipped, mistakes) {
    const globs = globsOf(yaml.value);
    if (globs.length === 0)
        return NO_RULES;
    const files = globs.flatMap((glob, index) => {
        const matches = globMatcher([glob], { anyDepth: false });
        const found = tree.files.filter(matches);
        if (found.length === 0)
            mistakes.push({ ...yaml.place(['custom-rules', index]), message: `custom-rules: no file matches ${glob}` });
        return found;
    });
    const texts = [...new Set(files)].flatMap((path) => readRule(tree, path, mistakes));
    const loaded = await load(texts, mistakes);
    for (const { rule, file } of loaded) {
        const taken = shipped.some(({ id }) => id === rule.id);
        if (taken)
            mistakes.push({ file, line: 1, column: 1, message: `a shipped rule is called ${rule.id} already: give the file another name` });
    }
    return {
        rules: loaded.map(({ rule }) => rule),
        texts: new Map(loaded.map(({ rule, text }) => [rule.id, text])),
        ids: new Set(files.map((path) => path.replace(/^.*\/|\.ya?ml$/g, ''))),
    };
}
function globsOf(value) {
    const globs = typeof value === 'object' && value !== null ? value['custom-rules'] : undefined;
    return Array.isArray(globs) ? globs.filter((glob) => typeof glob === 'string') : [];
}
function readRule(tree, path, mistakes) {
    try {
        return [{ path, text: decode(tree.read(path)) }];
    }
    catch (error) {
        if (!(error instanceof Unreadable))
            throw error;
        mistakes.push({ file: path, message: `the rule cannot be read: ${error.message}` });
        return [];
    }
}
// The rules come back in the order of their files.
async function load(files, mistakes) {
    const { loadRules } = await Promise.all(/* import() */[__webpack_require__.e(439), __webpack_require__.e(311), __webpack_require__.e(532)]).then(__webpack_require__.bind(__webpack_require__, 5532));
    try {
        return loadRules(files).map((loaded, index) => ({ ...loaded, file: files[index]?.path ?? '' }));
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        mistakes.push(...error.mistakes);
        return [];
    }
}

// EXTERNAL MODULE: ./src/config/names.ts
var names = __webpack_require__(6234);
;// CONCATENATED MODULE: ./src/config/settle.ts





const THRESHOLD = 80;
const KUBERNETES = '1.36';
/** What the one target is called where the configuration names none. */
const REPOSITORY = 'repository';
const NOTHING = { config: {}, requiredStage: null, targets: [], changes: new Map(), custom: NO_RULES };
/** The settings of a run out of a configuration's text, or none, and the inputs. All mistakes of the file come in one UserError. */
async function settle(tree, config, inputs) {
    const checked = config === undefined ? NOTHING : await check(tree, config);
    const rules = [...(0,embedded/* embeddedRules */.Ae)(), ...checked.custom.rules];
    const { mode = 'enforce', include = [], exclude = [], 'kubernetes-version': kubernetesVersion = KUBERNETES } = checked.config;
    const chosen = chooseRules(rules, new names/* RuleNames */.X(rules), checked.changes, inputs, kubernetesVersion);
    const only = (inputs.only ?? []).length > 0;
    const targets = targetsOf(checked, inputs);
    return {
        selection: { paths: inputs.paths, include, exclude: [...exclude, ...inputs.exclude] },
        targets: only ? targets.map((target) => ({ ...target, requiredStage: null })) : targets,
        requiredStage: only ? null : (inputs.requiredStage ?? checked.requiredStage),
        threshold: thresholdOf(checked, inputs),
        mode: inputs.mode ?? mode,
        rules: chosen,
        texts: checked.custom.texts,
        only,
        kubernetesVersion,
    };
}
function thresholdOf({ config }, inputs) {
    return inputs.threshold ?? config.threshold ?? THRESHOLD;
}
// An input is a floor: what a target asks for itself may be more, never less.
function targetsOf(checked, inputs) {
    const requiredStage = inputs.requiredStage ?? checked.requiredStage;
    const threshold = thresholdOf(checked, inputs);
    if (checked.targets.length === 0) {
        return [{ name: REPOSITORY, paths: inputs.paths.length > 0 ? inputs.paths : ['.'], requiredStage, threshold, owner: null }];
    }
    return checked.targets.map((own) => ({
        ...own,
        requiredStage: own.requiredStage === undefined ? requiredStage : Math.max(own.requiredStage, inputs.requiredStage ?? 1),
        threshold: own.threshold === undefined ? threshold : Math.max(own.threshold, inputs.threshold ?? 0),
    }));
}
// The schema and the YAML reader with places cost more than all the rest of the start, and many a root has no configuration.
async function check(tree, { file, text }) {
    const { parsePlaced } = await Promise.all(/* import() */[__webpack_require__.e(439), __webpack_require__.e(868)]).then(__webpack_require__.bind(__webpack_require__, 1868));
    const { shapeMistakes, ruleChanges } = await Promise.all(/* import() */[__webpack_require__.e(439), __webpack_require__.e(311), __webpack_require__.e(522)]).then(__webpack_require__.bind(__webpack_require__, 8522));
    const { toStage } = await Promise.all(/* import() */[__webpack_require__.e(439), __webpack_require__.e(311), __webpack_require__.e(128)]).then(__webpack_require__.bind(__webpack_require__, 3128));
    const yaml = parsePlaced(text, file);
    const shape = shapeMistakes(yaml);
    const mistakes = [...shape.mistakes];
    const shipped = (0,embedded/* embeddedRules */.Ae)();
    const custom = await customRules(tree, yaml, shipped, mistakes);
    const { changes, mistakes: wrong } = ruleChanges(yaml, new names/* RuleNames */.X([...shipped, ...custom.rules]), custom.ids);
    mistakes.push(...wrong);
    if (mistakes.length > 0 || !shape.config)
        throw new errors/* UserError */.yo(mistakes.sort(byPlace));
    const { 'required-stage': required, targets = [], ...config } = shape.config;
    return {
        config,
        requiredStage: required === undefined ? null : toStage(required),
        targets: targets.map(({ name, paths, owner, threshold, 'required-stage': stage }) => ({
            name,
            paths,
            requiredStage: stage === undefined ? undefined : toStage(stage),
            threshold,
            owner: owner ?? null,
        })),
        changes,
        custom,
    };
}
function byPlace(a, b) {
    const [one, two] = [a.file ?? '', b.file ?? ''];
    return one < two ? -1 : one > two ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

;// CONCATENATED MODULE: ./src/config/load.ts






/** The configuration's name, in the root. */
const CONFIG_FILE = '.maturity-gate.yaml';
const MISNAMED = ['.maturity-gate.yml', 'maturity-gate.yaml', 'maturity-gate.yml'];
/**
 * Reads the configuration, the root's own or the one that is named, and puts it together with the inputs, which win. Throws a
 * UserError with every mistake of it at its line and column.
 */
async function loadConfig(tree, place, inputs) {
    return settle(tree, place.explicit === undefined ? ofRoot(tree, place.root) : named(tree, place.explicit, place), inputs);
}
function ofRoot(tree, root) {
    const has = (name) => (root === undefined ? tree.has(name) : (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, name)));
    if (has(CONFIG_FILE))
        return named(tree, CONFIG_FILE, { root });
    const misnamed = MISNAMED.find(has);
    // Taken for no configuration, the gate would ask for nothing.
    if (misnamed !== undefined)
        throw new errors/* UserError */.yo([{ file: misnamed, message: `the configuration is called ${CONFIG_FILE}: rename this file` }]);
    return undefined;
}
function named(tree, file, { root, cwd = root }) {
    return { file, text: read(file, () => (cwd === undefined ? tree.read(file) : (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(cwd, file)))) };
}
function read(name, bytes) {
    try {
        return decode(bytes());
    }
    catch (error) {
        throw new errors/* UserError */.yo(`${name}: ${why(error)}`);
    }
}
function why(error) {
    const code = error.code;
    if (code === 'ENOENT' || (error instanceof Unreadable && error.absent))
        return 'there is no such configuration file';
    return error instanceof Unreadable ? error.message : `the configuration cannot be read (${code ?? String(error)})`;
}

;// CONCATENATED MODULE: ./src/model/origin.ts
/** Every object and list that comes from a file carries its origin under this symbol (not enumerable for CEL or JSON). */
const ORIGIN = Symbol('origin');
function originOf(value) {
    return typeof value === 'object' && value !== null ? value[ORIGIN] : undefined;
}
function withOrigin(value, origin) {
    Object.defineProperty(value, ORIGIN, { value: origin, enumerable: false, configurable: true });
    return value;
}
function keyPlace(origin) {
    return origin.source.place(origin.key);
}
/**
 * Thrown when an expression reads a value that the files do not settle: a template's expression, an ARG without a
 * default. A value that is not settled is a getter that throws this, so that reading it, and nothing else, is unknown.
 */
class Unsettled extends Error {
    origin;
    /** Plain words, without the value's text: `depends on the template expression {{ … }}`. */
    reason;
    constructor(reason, origin) {
        super(reason);
        this.name = 'Unsettled';
        this.reason = reason;
        this.origin = origin;
    }
}

// EXTERNAL MODULE: ./src/model/path.ts
var model_path = __webpack_require__(3870);
// EXTERNAL MODULE: ./src/rules/cel/values.ts
var cel_values = __webpack_require__(8480);
;// CONCATENATED MODULE: ./src/rules/cel/access.ts

function readField(operand, field) {
    return (frame) => {
        const from = operand(frame);
        const value = member(from, field);
        if (value !== undefined)
            return value;
        if (from instanceof cel_values/* Optional */.Xx)
            return from.value === undefined ? from : optionally(member(from.value, field));
        throw new cel_values/* CelError */.PW(`no such key: ${field}`);
    };
}
function optionally(value) {
    return value === undefined ? cel_values/* Optional */.Xx.none : new cel_values/* Optional */.Xx(value);
}
/** The value of a field, or undefined for none; of an operand that is undefined itself, undefined. */
function maybeField(operand, field) {
    return (frame) => {
        const from = operand(frame);
        return from instanceof cel_values/* Optional */.Xx ? member(from.value, field) : member(from, field);
    };
}
// Reads the value, since what is not settled may turn out to be null, and null is unset.
function hasField(operand, field) {
    const value = maybeField(operand, field);
    return (frame) => value(frame) !== undefined;
}
// Whatever is neither a map nor a list has no keys, and asking for one is no mistake in Kubernetes' CEL.
function member(from, field) {
    if (typeof from !== 'object' || from === null)
        return undefined;
    if (Array.isArray(from))
        throw new cel_values/* CelError */.PW("unsupported index type 'string' in list");
    if (from instanceof Map)
        return from.get(field);
    return Object.hasOwn(from, field) ? from[field] : undefined;
}
function readIndex(operand, index) {
    return (frame) => {
        const from = operand(frame);
        const key = index(frame);
        const value = at(from instanceof cel_values/* Optional */.Xx ? from.value : from, key);
        if (from instanceof cel_values/* Optional */.Xx)
            return optionally(value);
        if (value !== undefined)
            return value;
        throw new cel_values/* CelError */.PW(Array.isArray(from) ? `index out of bounds: ${shown(key)}` : `no such key: ${shown(key)}`);
    };
}
function maybeIndex(operand, index) {
    return (frame) => {
        const from = operand(frame);
        return at(from instanceof cel_values/* Optional */.Xx ? from.value : from, index(frame));
    };
}
function at(from, key) {
    if (Array.isArray(from))
        return item(from, key);
    return (0,cel_values/* isMap */.jh)(from) ? (0,cel_values/* lookup */.$I)(from, key) : undefined;
}
function item(list, key) {
    if (!(0,cel_values/* isNumeric */.kf)(key))
        throw new cel_values/* CelError */.PW('unsupported index type in list');
    const index = Number(key instanceof cel_values/* Uint */.Fg ? key.value : key);
    if (!Number.isInteger(index))
        throw new cel_values/* CelError */.PW(`unsupported index value ${index} in list`);
    return index >= 0 && index < list.length ? list[index] : undefined;
}
function shown(key) {
    return key instanceof cel_values/* Uint */.Fg ? `${key.value}` : String(key);
}

// EXTERNAL MODULE: ./src/rules/cel/ast.ts
var ast = __webpack_require__(6232);
// EXTERNAL MODULE: ./src/rules/cel/library.ts + 14 modules
var library = __webpack_require__(8436);
;// CONCATENATED MODULE: ./src/rules/cel/call.ts



/** A call of a function of the library: the overload is chosen by the types of the values. */
function call(node, target, args) {
    const operands = target ? [target, ...args] : args;
    const overloads = (0,library/* candidates */.X)(node.name, target !== undefined, operands.length);
    if (overloads.length === 0)
        throw new ast/* CompileError */.m(`undeclared reference to '${node.name}'`, node.start);
    return chosen(overloads, operands);
}
// Most functions have one overload of one or two arguments, and then there is no list to make.
function chosen(overloads, operands) {
    const [only] = overloads;
    const [first, second] = operands;
    const [isFirst, isSecond] = only?.guards ?? [];
    if (overloads.length === 1 && only && operands.length === 1 && first && isFirst) {
        return (frame) => {
            const value = first(frame);
            if (!isFirst(value))
                throw (0,cel_values/* noSuchOverload */.vQ)();
            return only.call(value);
        };
    }
    if (overloads.length === 1 && only && operands.length === 2 && first && second && isFirst && isSecond) {
        return (frame) => {
            const [one, two] = [first(frame), second(frame)];
            if (!isFirst(one) || !isSecond(two))
                throw (0,cel_values/* noSuchOverload */.vQ)();
            return only.call(one, two);
        };
    }
    return (frame) => {
        const values = [];
        for (const operand of operands)
            values.push(operand(frame));
        return apply(overloads, values);
    };
}
function apply(overloads, values) {
    for (const overload of overloads)
        if (fits(overload, values))
            return overload.call(...values);
    throw (0,cel_values/* noSuchOverload */.vQ)();
}
function fits(overload, values) {
    for (let index = 0; index < values.length; index++)
        if (!overload.guards[index]?.(values[index]))
            return false;
    return true;
}

;// CONCATENATED MODULE: ./src/rules/cel/logic.ts


/**
 * What an operand of `&&`, `||`, `all` or `exists` comes to: a boolean, or the reason why it is none. The reason is
 * thrown only if the others do not settle the whole, and what is unsettled goes before what failed.
 */
function truth(operand, frame) {
    try {
        const value = operand(frame);
        return typeof value === 'boolean' ? value : (0,cel_values/* noSuchOverload */.vQ)();
    }
    catch (error) {
        return absorbed(error);
    }
}
/** The error, if it is one that the other operands may outweigh; a fault of ours is thrown on. */
function absorbed(error) {
    if (error instanceof cel_values/* CelError */.PW || error instanceof Unsettled)
        return error;
    throw error;
}
function weightier(first, second) {
    return first === undefined || (second instanceof Unsettled && !(first instanceof Unsettled)) ? second : first;
}
function either(operator, left, right) {
    const decisive = operator === '||';
    return (frame) => {
        const first = truth(left, frame);
        if (first === decisive)
            return decisive;
        const second = truth(right, frame);
        if (second === decisive)
            return decisive;
        if (typeof first !== 'boolean')
            throw typeof second === 'boolean' ? first : weightier(first, second);
        if (typeof second !== 'boolean')
            throw second;
        return !decisive;
    };
}

;// CONCATENATED MODULE: ./src/rules/cel/bound.ts

let left = Number.POSITIVE_INFINITY;
/** Evaluates with a bound on the steps that loops may take together. For expressions that nobody vouches for. */
function bounded(steps, evaluate) {
    const before = left;
    left = steps;
    try {
        return evaluate();
    }
    finally {
        left = before;
    }
}
function spend(steps) {
    left -= steps;
    if (left < 0)
        throw new cel_values/* CelError */.PW('takes too many steps');
}

;// CONCATENATED MODULE: ./src/rules/cel/maps.ts

/** Adds an entry to a map that an expression makes; an undefined value is none. */
function insert(map, key, value) {
    if (value === undefined)
        return;
    if ((0,cel_values/* lookup */.$I)(map, key) !== undefined)
        throw new cel_values/* CelError */.PW(`Failed with repeated key: ${key instanceof cel_values/* Uint */.Fg ? key.value : key}`);
    map.set(key, value);
}

// EXTERNAL MODULE: ./src/rules/cel/order.ts
var order = __webpack_require__(172);
;// CONCATENATED MODULE: ./src/rules/cel/loops.ts





function loop(node, slots, compile) {
    const target = compile(node.target, slots);
    const inner = slots.with(node.bound);
    const args = node.args.map((arg) => compile(arg, inner));
    const first = args[0];
    const last = args.at(-1);
    const keep = args.length > 1 ? first : undefined;
    const slot = slots.next;
    if (node.name === 'optMap' || node.name === 'optFlatMap')
        return overOptional(target, slot, last, node.name === 'optMap');
    const walk = node.bound.length === 2 ? pairs(target, slot) : singles(target, slot);
    switch (node.name) {
        case 'all':
            return quantified(target, slot, node.bound.length, first, false);
        case 'exists':
            return quantified(target, slot, node.bound.length, first, true);
        case 'existsOne':
            return one(walk, first);
        case 'filter':
            return filtered(walk, slot, first);
        case 'map':
        case 'transformList':
            return mapped(walk, keep, last);
        case 'transformMap':
            return transformed(walk, keep, (frame, result) => insert(result, frame[slot], last(frame)));
        case 'transformMapEntry':
            return transformed(walk, keep, (frame, result) => insertEntries(result, last(frame)));
        case 'sortBy':
            return sorted(target, slot, first);
    }
}
function loops_elements(value) {
    if (Array.isArray(value)) {
        spend(value.length);
        return value;
    }
    if ((0,cel_values/* isMap */.jh)(value)) {
        const keys = (0,cel_values/* keysOf */.YD)(value);
        spend(keys.length);
        return keys;
    }
    throw new cel_values/* CelError */.PW(`got '${(0,cel_values/* typeName */.go)(value)}', expected iterable type`);
}
function singles(target, slot) {
    return (frame, visit) => {
        const list = loops_elements(target(frame));
        for (let index = 0; index < list.length; index++) {
            frame[slot] = list[index];
            if (visit(frame))
                return;
        }
    };
}
function pairs(target, slot) {
    return (frame, visit) => {
        const value = target(frame);
        const keys = loops_elements(value);
        for (let index = 0; index < keys.length; index++) {
            bindPair(frame, slot, value, keys, index);
            if (visit(frame))
                return;
        }
    };
}
function bindSingle(frame, slot, _value, keys, index) {
    frame[slot] = keys[index];
}
function bindPair(frame, slot, value, keys, index) {
    frame[slot] = Array.isArray(value) ? BigInt(index) : keys[index];
    frame[slot + 1] = Array.isArray(value) ? keys[index] : (0,cel_values/* lookup */.$I)(value, keys[index]);
}
// An element that is not settled leaves the others to decide.
function quantified(target, slot, bound, predicate, decisive) {
    const bind = bound === 2 ? bindPair : bindSingle;
    return (frame) => {
        let failure;
        const range = target(frame);
        const list = loops_elements(range);
        for (let index = 0; index < list.length; index++) {
            try {
                bind(frame, slot, range, list, index);
                if (holds(predicate, frame) === decisive)
                    return decisive;
            }
            catch (error) {
                failure = weightier(failure, absorbed(error));
            }
        }
        if (failure)
            throw failure;
        return !decisive;
    };
}
function one(walk, predicate) {
    return (frame) => {
        let count = 0;
        walk(frame, () => {
            if (holds(predicate, frame))
                count++;
            return false;
        });
        return count === 1;
    };
}
function holds(predicate, frame) {
    const value = predicate(frame);
    if (typeof value !== 'boolean')
        throw (0,cel_values/* noSuchOverload */.vQ)();
    return value;
}
function filtered(walk, slot, predicate) {
    return (frame) => {
        const result = [];
        walk(frame, () => {
            const element = frame[slot];
            if (holds(predicate, frame))
                result.push(element);
            return false;
        });
        return result;
    };
}
function mapped(walk, keep, transform) {
    return (frame) => {
        const result = [];
        walk(frame, () => {
            if (!keep || holds(keep, frame))
                result.push(transform(frame));
            return false;
        });
        return result;
    };
}
function transformed(walk, keep, add) {
    return (frame) => {
        const result = new Map();
        walk(frame, () => {
            if (!keep || holds(keep, frame))
                add(frame, result);
            return false;
        });
        return result;
    };
}
function insertEntries(result, entries) {
    if (!(0,cel_values/* isMap */.jh)(entries))
        throw (0,cel_values/* noSuchOverload */.vQ)();
    for (const key of (0,cel_values/* keysOf */.YD)(entries))
        insert(result, key, (0,cel_values/* lookup */.$I)(entries, key));
}
function sorted(target, slot, key) {
    return (frame) => {
        const list = target(frame);
        if (!Array.isArray(list))
            throw (0,cel_values/* noSuchOverload */.vQ)();
        const keyed = list.map((item) => {
            frame[slot] = item;
            return { item, key: key(frame) };
        });
        return (0,order/* sortedBy */.V)(keyed).map(({ item }) => item);
    };
}
function overOptional(target, slot, transform, wrap) {
    return (frame) => {
        const optional = target(frame);
        if (!(optional instanceof cel_values/* Optional */.Xx))
            throw (0,cel_values/* noSuchOverload */.vQ)();
        if (optional.value === undefined)
            return optional;
        frame[slot] = optional.value;
        const value = transform(frame);
        return wrap ? new cel_values/* Optional */.Xx(value) : value;
    };
}

// EXTERNAL MODULE: ./src/rules/cel/names.ts
var cel_names = __webpack_require__(6360);
// EXTERNAL MODULE: ./src/rules/cel/time.ts
var time = __webpack_require__(2307);
;// CONCATENATED MODULE: ./src/rules/cel/operators.ts




function binary(operator, left, right) {
    switch (operator) {
        case '==':
            return (frame) => (0,cel_values/* equals */.aI)(left(frame), right(frame));
        case '!=':
            return (frame) => !(0,cel_values/* equals */.aI)(left(frame), right(frame));
        case '<':
            return (frame) => (0,order/* compare */.U)(left(frame), right(frame)) < 0;
        case '<=':
            return (frame) => (0,order/* compare */.U)(left(frame), right(frame)) <= 0;
        case '>':
            return (frame) => (0,order/* compare */.U)(left(frame), right(frame)) > 0;
        case '>=':
            return (frame) => (0,order/* compare */.U)(left(frame), right(frame)) >= 0;
        case 'in':
            return (frame) => contains(left(frame), right(frame));
        default: {
            const apply = ARITHMETIC[operator];
            return (frame) => apply(left(frame), right(frame));
        }
    }
}
function contains(value, container) {
    if (Array.isArray(container)) {
        return among(container, value);
    }
    if ((0,cel_values/* isMap */.jh)(container))
        return (0,cel_values/* lookup */.$I)(container, value) !== undefined;
    throw (0,cel_values/* noSuchOverload */.vQ)();
}
// As `exists` would: an item that is not settled matters only if no other is the value.
function among(list, value) {
    let failure;
    for (let index = 0; index < list.length; index++) {
        try {
            if ((0,cel_values/* equals */.aI)(list[index], value))
                return true;
        }
        catch (error) {
            failure = weightier(failure, absorbed(error));
        }
    }
    if (failure)
        throw failure;
    return false;
}
const ARITHMETIC = { '+': add, '-': subtract, '*': multiply, '/': divide, '%': modulo };
function operators_int(value) {
    if (value > cel_values/* MAX_INT */.Hq || value < cel_values/* MIN_INT */.R)
        throw new cel_values/* CelError */.PW('integer overflow');
    return value;
}
function add(a, b) {
    if (typeof a === 'string' && typeof b === 'string')
        return a + b;
    if (typeof a === 'bigint' && typeof b === 'bigint')
        return operators_int(a + b);
    if (typeof a === 'number' && typeof b === 'number')
        return a + b;
    if (Array.isArray(a) && Array.isArray(b))
        return [...a, ...b];
    if (a instanceof cel_values/* Uint */.Fg && b instanceof cel_values/* Uint */.Fg)
        return new cel_values/* Uint */.Fg(a.value + b.value);
    if (a instanceof Uint8Array && b instanceof Uint8Array)
        return Uint8Array.from([...a, ...b]);
    if (a instanceof time/* Duration */.dw && b instanceof time/* Duration */.dw)
        return new time/* Duration */.dw(a.nanoseconds + b.nanoseconds);
    if (a instanceof time/* Timestamp */.Dc && b instanceof time/* Duration */.dw)
        return a.plus(b.nanoseconds);
    if (a instanceof time/* Duration */.dw && b instanceof time/* Timestamp */.Dc)
        return b.plus(a.nanoseconds);
    throw (0,cel_values/* noSuchOverload */.vQ)();
}
function subtract(a, b) {
    if (typeof a === 'bigint' && typeof b === 'bigint')
        return operators_int(a - b);
    if (typeof a === 'number' && typeof b === 'number')
        return a - b;
    if (a instanceof cel_values/* Uint */.Fg && b instanceof cel_values/* Uint */.Fg)
        return new cel_values/* Uint */.Fg(a.value - b.value);
    if (a instanceof time/* Timestamp */.Dc && b instanceof time/* Timestamp */.Dc)
        return new time/* Duration */.dw(a.nanoseconds - b.nanoseconds);
    if (a instanceof time/* Timestamp */.Dc && b instanceof time/* Duration */.dw)
        return a.plus(-b.nanoseconds);
    if (a instanceof time/* Duration */.dw && b instanceof time/* Duration */.dw)
        return new time/* Duration */.dw(a.nanoseconds - b.nanoseconds);
    throw (0,cel_values/* noSuchOverload */.vQ)();
}
function multiply(a, b) {
    if (typeof a === 'bigint' && typeof b === 'bigint')
        return operators_int(a * b);
    if (typeof a === 'number' && typeof b === 'number')
        return a * b;
    if (a instanceof cel_values/* Uint */.Fg && b instanceof cel_values/* Uint */.Fg)
        return new cel_values/* Uint */.Fg(a.value * b.value);
    throw (0,cel_values/* noSuchOverload */.vQ)();
}
function divide(a, b) {
    if (typeof a === 'number' && typeof b === 'number')
        return a / b;
    const zero = 'division by zero';
    if (typeof a === 'bigint' && typeof b === 'bigint')
        return operators_int(a / nonZero(b, zero));
    if (a instanceof cel_values/* Uint */.Fg && b instanceof cel_values/* Uint */.Fg)
        return new cel_values/* Uint */.Fg(a.value / nonZero(b.value, zero));
    throw (0,cel_values/* noSuchOverload */.vQ)();
}
function modulo(a, b) {
    const zero = 'modulus by zero';
    if (typeof a === 'bigint' && typeof b === 'bigint') {
        // Go computes the quotient too, and that overflows.
        if (a === cel_values/* MIN_INT */.R && b === -1n)
            throw new cel_values/* CelError */.PW('integer overflow');
        return a % nonZero(b, zero);
    }
    if (a instanceof cel_values/* Uint */.Fg && b instanceof cel_values/* Uint */.Fg)
        return new cel_values/* Uint */.Fg(a.value % nonZero(b.value, zero));
    throw (0,cel_values/* noSuchOverload */.vQ)();
}
function nonZero(value, message) {
    if (value === 0n)
        throw new cel_values/* CelError */.PW(message);
    return value;
}

// EXTERNAL MODULE: ./src/rules/cel/types.ts
var types = __webpack_require__(6841);
;// CONCATENATED MODULE: ./src/rules/cel/compile.ts








function compile(node, slots) {
    const evaluate = made(node, slots);
    return node.kind !== 'literal' && isConstant(node) ? once(evaluate) : evaluate;
}
function made(node, slots) {
    const optional = maybe(node, slots);
    if (optional)
        return (frame) => wrap(optional(frame));
    switch (node.kind) {
        case 'literal':
            return constant(node.value);
        case 'name':
            return variable(node.name, slots);
        case 'select':
            return readField(compile(node.operand, slots), node.field);
        case 'index':
            return readIndex(compile(node.operand, slots), compile(node.index, slots));
        case 'has':
            return hasField(maybe(node.operand, slots) ?? compile(node.operand, slots), node.field);
        case 'unary':
            return node.operator === '!' ? not(compile(node.operand, slots)) : minus(compile(node.operand, slots));
        case 'binary':
            return binary(node.operator, compile(node.left, slots), compile(node.right, slots));
        case 'either':
            return either(node.operator, compile(node.left, slots), compile(node.right, slots));
        case 'conditional':
            return conditional(compile(node.test, slots), compile(node.yes, slots), compile(node.no, slots));
        case 'list':
            return list(node, slots);
        case 'map':
            return map(node, slots);
        case 'macro':
            return loop(node, slots, compile);
        case 'call':
            return orValue(node, slots) ?? called(node, slots);
    }
}
/**
 * An expression that is an optional by its form, as the value itself or undefined for none: chains of `.?` need no
 * wrapping in between, and are most of what rules do.
 */
function maybe(node, slots) {
    if (node.kind !== 'select' && node.kind !== 'index')
        return undefined;
    const operand = maybe(node.operand, slots);
    if (!operand && !node.optional)
        return undefined;
    const from = operand ?? compile(node.operand, slots);
    return node.kind === 'select' ? maybeField(from, node.field) : maybeIndex(from, compile(node.index, slots));
}
function orValue(node, slots) {
    const target = node.target && maybe(node.target, slots);
    const [other] = node.args;
    if (!target)
        return undefined;
    if (node.name === 'hasValue' && !other)
        return (frame) => target(frame) !== undefined;
    if (node.name !== 'orValue' || !other || node.args.length !== 1)
        return undefined;
    const fallback = compile(other, slots);
    return (frame) => {
        const value = target(frame);
        return value === undefined ? fallback(frame) : value;
    };
}
function called(node, slots) {
    const target = node.target && compile(node.target, slots);
    return call(node, target, node.args.map((arg) => compile(arg, slots)));
}
// Nothing that is evaluated is ever changed, so a constant may be shared. One that fails fails each time.
function isConstant(node) {
    switch (node.kind) {
        case 'literal':
            return true;
        case 'list':
        case 'map':
        case 'call':
            return (0,cel_names/* children */.Y)(node).every(isConstant);
        default:
            return false;
    }
}
function once(evaluate) {
    let value;
    return (frame) => {
        if (value === undefined)
            value = evaluate(frame);
        return value;
    };
}
function wrap(value) {
    return value === undefined ? cel_values/* Optional */.Xx.none : new cel_values/* Optional */.Xx(value);
}
function constant(value) {
    return () => value;
}
function variable(name, slots) {
    const slot = slots.of(name);
    if (slot !== undefined)
        return (frame) => frame[slot];
    const type = (0,types/* typeConstant */.F)(name)?.value;
    if (type)
        return (frame) => (name in frame[0] ? frame[0][name] : type);
    return (frame) => {
        const value = frame[0][name];
        if (value !== undefined)
            return value;
        if (name in frame[0])
            return null;
        throw new cel_values/* CelError */.PW(`no such attribute: ${name}`);
    };
}
function not(operand) {
    return (frame) => {
        const value = operand(frame);
        if (typeof value !== 'boolean')
            throw (0,cel_values/* noSuchOverload */.vQ)();
        return !value;
    };
}
function minus(operand) {
    return (frame) => {
        const value = operand(frame);
        if (typeof value === 'number')
            return -value;
        if (typeof value !== 'bigint')
            throw (0,cel_values/* noSuchOverload */.vQ)();
        if (value === -9223372036854775808n)
            throw new cel_values/* CelError */.PW('integer overflow');
        return -value;
    };
}
function conditional(test, yes, no) {
    return (frame) => {
        const value = test(frame);
        if (value === true)
            return yes(frame);
        if (value === false)
            return no(frame);
        throw (0,cel_values/* noSuchOverload */.vQ)();
    };
}
function list(node, slots) {
    const items = node.items.map(({ value, optional }) => ({ value: compile(value, slots), optional }));
    return (frame) => {
        const result = [];
        for (const item of items) {
            const value = item.value(frame);
            if (!item.optional)
                result.push(value);
            else if (unwrapped(value) !== undefined)
                result.push(unwrapped(value));
        }
        return result;
    };
}
function map(node, slots) {
    const entries = node.entries.map((entry) => ({
        key: compile(entry.key, slots),
        value: compile(entry.value, slots),
        optional: entry.optional,
    }));
    return (frame) => {
        const result = new Map();
        for (const entry of entries) {
            const value = entry.value(frame);
            const present = entry.optional ? unwrapped(value) : value;
            if (present !== undefined)
                result.set(entry.key(frame), present);
        }
        return result;
    };
}
function unwrapped(value) {
    if (value instanceof cel_values/* Optional */.Xx)
        return value.value;
    throw (0,cel_values/* noSuchOverload */.vQ)();
}

// EXTERNAL MODULE: ./src/rules/cel/parser.ts + 3 modules
var parser = __webpack_require__(4537);
;// CONCATENATED MODULE: ./src/rules/cel/slots.ts
/** Where the variables that macros bind are kept in a frame; its first place holds the variables of the expression. */
class Slots {
    #names;
    constructor(names = []) {
        this.#names = names;
    }
    with(names) {
        return new Slots([...this.#names, ...names]);
    }
    of(name) {
        const at = this.#names.lastIndexOf(name);
        return at < 0 ? undefined : at + 1;
    }
    get next() {
        return this.#names.length + 1;
    }
}

;// CONCATENATED MODULE: ./src/rules/compile.ts



/**
 * A rule ready to be evaluated. Its expressions are parsed at their first evaluation, since most rules meet no subject
 * of theirs in most repositories. They see `params` besides what they are handed; `item` may be handed over in an
 * object that has the subject's variables as its prototype, so that what is lazy stays so.
 */
function compileRule(rule, params) {
    const values = compile_parameters(rule, params);
    const program = (text) => (text === undefined ? undefined : lazily(text, values));
    return {
        rule,
        params: values,
        when: program(rule.when),
        each: program(rule.each),
        require: program(rule.require),
        evidence: program(rule.evidence),
        what: program(rule.what),
        message: program(rule.messageExpression) ?? (() => rule.message),
    };
}
/** An expression on its own, parsed at its first evaluation. */
function compileExpression(text) {
    return lazily(text, {});
}
function lazily(text, params) {
    let evaluate;
    return (variables) => {
        evaluate ??= compile((0,parser/* parseExpression */.Y)(text), new Slots(['params', 'item']));
        // What is inherited is asked of its owner: a getter may keep something private.
        if (!Object.hasOwn(variables, 'item'))
            return evaluate([variables, params, undefined]);
        return evaluate([Object.getPrototypeOf(variables), params, variables.item]);
    };
}
function compile_parameters(rule, given) {
    return Object.fromEntries(Object.entries(rule.params).map(([name, parameter]) => [name, celValue(given[name] ?? parameter.default)]));
}
/** JSON as CEL sees it: whole numbers are integers. */
function celValue(value) {
    if (typeof value === 'number')
        return Number.isInteger(value) ? BigInt(value) : value;
    if (Array.isArray(value))
        return value.map(celValue);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, celValue(item)]));
}

;// CONCATENATED MODULE: ./src/api/adjust.ts
/** What the server does to an object before it validates it, beyond filling in defaults. */
function adjust({ name }, value) {
    if (name === 'io.k8s.api.apps.v1.StatefulSetSpec')
        addClaimedVolumes(value);
}
/** The pods of a StatefulSet have a volume for each claim template, in place of one of the same name. */
function addClaimedVolumes({ template, volumeClaimTemplates }) {
    const pod = template?.spec;
    if (!pod || typeof pod !== 'object' || !Array.isArray(volumeClaimTemplates))
        return;
    const volumes = Array.isArray(pod.volumes) ? [...pod.volumes] : [];
    for (const claim of volumeClaimTemplates) {
        const name = claim?.metadata?.name;
        if (typeof name !== 'string' || name === '')
            continue;
        const volume = { name, persistentVolumeClaim: { claimName: name } };
        const at = volumes.findIndex((one) => one?.name === name);
        if (at >= 0)
            volumes[at] = volume;
        else
            volumes.push(volume);
    }
    pod.volumes = volumes;
    delete pod.subdomain;
    delete pod.hostname;
}

// EXTERNAL MODULE: ./src/rules/cel/library/quantity.ts
var quantity = __webpack_require__(6243);
;// CONCATENATED MODULE: ./src/api/scalars.ts

const RANGES = { int32: [-(2n ** 31n), 2n ** 31n - 1n], int64: [-(2n ** 63n), 2n ** 63n - 1n] };
const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):([0-5]\d):([0-5]\d)(?:[.,]\d{1,9})?(?:Z|[+-](\d\d):([0-5]\d))$/;
const DURATION = /^[-+]?(?:0|(?:(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})(?:ns|us|µs|μs|ms|s|m|h)){1,20})$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** What keeps Kubernetes' decoder from reading a value as this type; undefined where it reads it. */
function misread(type, value) {
    switch (type) {
        case 'int32':
        case 'int64':
            return misreadInteger(type, value);
        case 'boolean':
        case 'string':
            return typeof value === type ? undefined : expected(type === 'boolean' ? 'true or false' : 'a text', value);
        case 'number':
            return typeof value === 'number' || typeof value === 'bigint' ? undefined : expected('a number', value);
        case 'int-or-string':
            return typeof value === 'string' ? undefined : misreadInteger('int32', value, 'a whole number or a text');
        case 'quantity':
            return isQuantity(value) ? undefined : expected('a quantity such as 500m or 1Gi', value);
        default:
            return misreadText(type, value);
    }
}
function misreadText(type, value) {
    if (type === 'bytes')
        return isBase64(value) ? undefined : expected('a base64 text', value, false);
    if (type === 'duration')
        return typeof value === 'string' && DURATION.test(value) ? undefined : expected('a duration such as 30s', value);
    return typeof value === 'string' && isTime(value) ? undefined : expected('a time such as 2026-01-31T12:00:00Z', value);
}
function misreadInteger(type, value, words = 'a whole number') {
    if (typeof value !== 'bigint')
        return expected(words, value);
    const [least, most] = RANGES[type];
    return value >= least && value <= most ? undefined : `${value} does not fit into ${type === 'int32' ? 32 : 64} bits`;
}
function isQuantity(value) {
    if (typeof value === 'bigint' || typeof value === 'number')
        return (0,quantity/* parseQuantity */.L)(String(value)) !== undefined;
    return typeof value === 'string' && (0,quantity/* parseQuantity */.L)(value.trim()) !== undefined;
}
function isTime(text) {
    const found = TIME.exec(text);
    if (!found)
        return false;
    const [, year = '', month = '', day = '', hour = '', , , zone = '00'] = found;
    const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days && Number(hour) < 24 && Number(zone) <= 24;
}
function isBase64(value) {
    if (typeof value !== 'string')
        return false;
    const text = value.replace(/[\r\n]/g, '');
    return text.length % 4 === 0 && BASE64.test(text);
}
function expected(words, value, shows = true) {
    return `must be ${words}${shows ? `, not ${scalars_shown(value)}` : ''}`;
}
function scalars_shown(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    return typeof value === 'string'
        ? `the text ${JSON.stringify(value.slice(0, 60))}`
        : typeof value === 'boolean'
            ? String(value)
            : `the number ${value}`;
}
function misreadAs(words, value) {
    return expected(words, value);
}

;// CONCATENATED MODULE: ./src/api/written.ts

const DONE = Symbol('done');
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function memberOf(holder, key) {
    try {
        return holder[key];
    }
    catch (error) {
        if (error instanceof Unsettled)
            return error;
        throw error;
    }
}
// Of a mapping to which a template may add members, a key that an expression makes up is none that could be read.
function isSettled(holder, key) {
    try {
        return Object.hasOwn(holder, key) && holder[key] !== undefined;
    }
    catch (error) {
        if (error instanceof Unsettled)
            return false;
        throw error;
    }
}
function isOpen(value) {
    try {
        return typeof value === 'object' && value !== null && Object.keys(value).length < 0;
    }
    catch (error) {
        if (error instanceof Unsettled)
            return true;
        throw error;
    }
}
function isConditional(holder, key) {
    return memberOf(holder, key) instanceof Unsettled;
}
function itemOf(list, index) {
    try {
        return index < list.length ? list[index] : DONE;
    }
    catch (error) {
        if (error instanceof Unsettled)
            return error;
        throw error;
    }
}
/** The places of null items, which a value leaves out. */
function nullItems(list) {
    const origin = originOf(list);
    try {
        if (!origin?.child(list.length))
            return undefined;
    }
    catch (error) {
        if (error instanceof Unsettled)
            return undefined;
        throw error;
    }
    const nulls = new Set();
    for (let index = 0, item = origin.child(0); item; item = origin.child(++index)) {
        if (NULL.test(item.source.text.slice(item.span.start, item.span.end)))
            nulls.add(index);
    }
    return nulls;
}
const NULL = /^(?:~|null|Null|NULL|)$/;
function setMember(object, key, value) {
    if (key === '__proto__')
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    else
        object[key] = value;
}
/** The keys that are surely there; `settled` where there are no others. */
function writtenKeys(value) {
    try {
        return { keys: Object.keys(value), settled: true };
    }
    catch (error) {
        if (!(error instanceof Unsettled))
            throw error;
        return { keys: (originOf(value)?.keys?.() ?? []).filter((key) => isSettled(value, key)), settled: false };
    }
}
/** The keys whose values are null, which a value leaves out. */
function nullKeys(value, keys) {
    const written = originOf(value)?.keys?.();
    if (!written || written.length <= keys.length || isOpen(value))
        return [];
    return written.filter((key, index) => key !== '<<' && !Object.hasOwn(value, key) && written.indexOf(key) === index);
}
const PLACEHOLDER = /\$\{[A-Za-z_]\w*(?::?[-=?+][^}]*)?\}|\{\{.*\}\}/;
/** Text that envsubst, Flux or a script fills in before the object is applied: its own form says nothing. */
function isPlaceholder(value) {
    return typeof value === 'string' && value.length > 3 && (value.includes('${') || value.includes('{{')) && PLACEHOLDER.test(value);
}

;// CONCATENATED MODULE: ./src/api/zero.ts
/** What the server has for a value that is not there: Go's zero value, with its defaults. */
function zero(shape) {
    switch (shape.type) {
        case 'struct':
            return Object.fromEntries(defaultsOf(shape));
        case 'map':
        case 'either':
            return {};
        case 'list':
            return [];
        case 'boolean':
            return false;
        case 'int32':
        case 'int64':
        case 'number':
        case 'int-or-string':
            return 0n;
        case 'quantity':
            return '0';
        default:
            return '';
    }
}
const presets = new WeakMap();
function defaultsOf(shape) {
    let found = presets.get(shape);
    if (!found) {
        const entries = Object.entries(shape.overlay.fields ?? {});
        found = entries.flatMap(([key, { default: preset }]) => preset === undefined || !shape.fields.has(key) ? [] : [[key, typeof preset === 'number' ? BigInt(preset) : preset]]);
        presets.set(shape, found);
    }
    return found;
}

;// CONCATENATED MODULE: ./src/api/decode.ts






/** Reads a value strictly, as the API server does: null is unset, in a list the zero value; defaults are filled in. */
function decode_decode(shape, value) {
    const decoder = new Decoder();
    const decoded = decoder.read(shape, value);
    return { value: decoded === UNREAD ? {} : decoded, faults: decoder.faults, open: decoder.open };
}
/** Stands for a value that is written and not known. */
const UNREAD = Symbol('unread');
class Decoder {
    faults = [];
    open = new Set();
    #path = [];
    #loose = 0;
    /** UNREAD where the value is not settled or of a wrong type. */
    read(shape, value) {
        switch (shape.type) {
            case 'any':
                return value;
            case 'struct':
                return isMapping(value) ? this.#struct(shape, value) : this.#wrong('a mapping', value);
            case 'map':
                return isMapping(value) ? this.#map(shape.values, value) : this.#wrong('a mapping', value);
            case 'list':
                return Array.isArray(value) ? this.#list(shape.items, value) : this.#wrong('a list', value);
            case 'either':
                if (Array.isArray(value) && shape.list)
                    return this.#loosely(shape.list.shape, value);
                if (shape.boolean && typeof value === 'boolean')
                    return value;
                return this.#loosely(shape.struct.shape, value);
            default: {
                const mistake = misread(shape.type, value);
                return mistake === undefined ? value : this.#misread(mistake, value);
            }
        }
    }
    // Types with a reader of their own do not hear that fields have to be known.
    #loosely(shape, value) {
        this.#loose++;
        const read = this.read(shape, value);
        this.#loose--;
        return read;
    }
    #wrong(words, value) {
        return this.#misread(misreadAs(words, value), value);
    }
    #misread(message, value) {
        // A template may make anything of what it may add to.
        if (!isOpen(value) && !isPlaceholder(value))
            this.faults.push({ kind: 'type', path: [...this.#path], message });
        return UNREAD;
    }
    #struct(shape, value) {
        const decoded = {};
        const keys = this.#keys(value, decoded);
        for (const key of keys) {
            const field = shape.fields.get(key);
            if (field)
                this.#member(decoded, key, field, value);
            else if (!isConditional(value, key))
                this.#unknown(shape, key, decoded);
            else
                this.open.add(decoded);
        }
        for (const key of this.#nulls(value, keys, decoded))
            if (!shape.fields.has(key))
                this.#unknown(shape, key, decoded);
        for (const [key, preset] of defaultsOf(shape)) {
            const isMissing = decoded[key] === undefined || decoded[key] === '';
            if (isMissing && !keys.includes(key) && !this.open.has(decoded))
                decoded[key] = preset;
            else if (decoded[key] === '' && !shape.overlay.fields?.[key]?.pointer)
                decoded[key] = preset;
        }
        adjust(shape, decoded);
        return decoded;
    }
    #map(values, value) {
        const decoded = {};
        const keys = this.#keys(value, decoded);
        for (const key of keys)
            this.#member(decoded, key, values, value);
        for (const key of this.#nulls(value, keys, decoded))
            setMember(decoded, key, zero(values.shape));
        return decoded;
    }
    #member(decoded, key, field, holder) {
        this.#path.push(key);
        const value = memberOf(holder, key);
        const read = value instanceof Unsettled || (isJudged(field) && isPlaceholder(value)) ? UNREAD : this.read(field.shape, value);
        this.#path.pop();
        if (read === UNREAD || this.open.has(read))
            this.open.add(decoded);
        setMember(decoded, key, read);
    }
    #list(items, value) {
        const decoded = [];
        const nulls = nullItems(value);
        let next = 0;
        for (let index = 0;; index++) {
            if (nulls?.has(index)) {
                decoded.push(zero(items.shape));
                continue;
            }
            const item = itemOf(value, next++);
            if (item === DONE)
                break;
            this.#path.push(index);
            const read = item instanceof Unsettled ? UNREAD : this.read(items.shape, item);
            this.#path.pop();
            decoded.push(read);
            if (read === UNREAD || this.open.has(read))
                this.open.add(decoded);
            // What comes after it may stand at another index, or not at all.
            if (item instanceof Unsettled)
                break;
        }
        return decoded;
    }
    #keys(value, decoded) {
        const { keys, settled } = writtenKeys(value);
        if (!settled)
            this.open.add(decoded);
        return keys;
    }
    #nulls(value, keys, decoded) {
        return this.open.has(decoded) ? [] : nullKeys(value, keys);
    }
    #unknown(shape, key, decoded) {
        if (this.#loose > 0)
            return;
        const suggestion = (0,errors/* nearest */.pA)(key, [...shape.fields.keys()].filter((name) => !Object.hasOwn(decoded, name)));
        this.faults.push({ kind: 'unknown-field', path: [...this.#path, key], message: 'unknown field', suggestion });
        this.open.add(decoded);
    }
}
function isJudged({ rules }) {
    return rules.format !== undefined || rules.enum !== undefined;
}

;// CONCATENATED MODULE: ./src/api/cross.ts



const prepared = new WeakMap();
/** What the CEL rules of a definition have against one of its objects. A rule that cannot be evaluated says nothing. */
function crossFaults(rules, self, path) {
    return rules.flatMap((rule) => {
        const ready = prepare(rule);
        if (!ready.each)
            return judge(rule, ready, { self }, path);
        return targets(self, ready.each, []).flatMap(({ item, below }) => {
            const key = below.at(-1);
            return judge(rule, ready, withItem({ self, key: typeof key === 'number' ? BigInt(key) : key }, item), [...path, ...below]);
        });
    });
}
// An item is seen before what it inherits from.
function withItem(around, item) {
    const variables = Object.create(around);
    variables.item = item;
    return variables;
}
function judge(rule, ready, variables, path) {
    try {
        if (ready.when && ready.when(variables) !== true)
            return [];
        if (ready.require(variables) === true)
            return [];
    }
    catch {
        return [];
    }
    const words = ready.words && attempt(ready.words, variables);
    const message = typeof words === 'string' ? words : (rule.message ?? 'is invalid');
    return [{ kind: rule.kind ?? 'invalid', path: [...path, ...ready.at], message, ...(rule.control ? { control: rule.control } : {}) }];
}
function attempt(program, variables) {
    try {
        return program(variables);
    }
    catch {
        return undefined;
    }
}
function prepare(rule) {
    let ready = prepared.get(rule);
    if (!ready) {
        ready = {
            each: rule.each?.split('.'),
            when: rule.when === undefined ? undefined : compileExpression(rule.when),
            require: compileExpression(rule.rule),
            words: rule.messageExpression === undefined ? undefined : compileExpression(rule.messageExpression),
            at: rule.at === undefined ? [] : ((0,model_path/* parsePath */.R)(rule.at) ?? []),
        };
        prepared.set(rule, ready);
    }
    return ready;
}
// `containers[*].ports[*]`, written `containers.*.ports.*`.
function targets(value, [step, ...rest], below) {
    if (value === UNREAD || value === undefined)
        return [];
    if (step === undefined)
        return [{ item: value, below }];
    if (step !== '*')
        return targets(value[step], rest, [...below, step]);
    if (Array.isArray(value))
        return value.flatMap((item, index) => targets(item, rest, [...below, index]));
    return Object.entries(value).flatMap(([key, item]) => targets(item, rest, [...below, key]));
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./src/rules/cel/library/address.ts
var address = __webpack_require__(4112);
// EXTERNAL MODULE: ./src/rules/cel/library/patterns.ts + 1 modules
var patterns = __webpack_require__(3637);
;// CONCATENATED MODULE: ./src/api/cron.ts
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const NAMED = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']);
const PARTS = [
    { name: 'minute', least: 0, most: 59 },
    { name: 'hour', least: 0, most: 23 },
    { name: 'day of the month', least: 1, most: 31 },
    { name: 'month', least: 1, most: 12, names: MONTHS },
    { name: 'day of the week', least: 0, most: 6, names: DAYS },
];
/** What is wrong with a schedule, as the cron library that Kubernetes uses reads it. */
function cronMistake(text) {
    if (/^(?:CRON_)?TZ=/.test(text) || text.includes('TZ'))
        return 'must not set a time zone; spec.timeZone does';
    if (text.startsWith('@')) {
        const every = /^@every (.*)$/.exec(text);
        const known = NAMED.has(text) || (every && /^(?:\d{1,9}(?:\.\d{1,9})?(?:ns|us|µs|ms|s|m|h)){1,9}$/.test(every[1] ?? ''));
        return known ? undefined : 'is no schedule: it names none of @hourly, @daily, @weekly, @monthly, @yearly';
    }
    const fields = text.split(/\s+/).filter((field) => field !== '');
    if (fields.length !== PARTS.length)
        return `is no schedule: it has ${fields.length} fields, not minute, hour, day, month and weekday`;
    const wrong = PARTS.find((part, index) => !(fields[index] ?? '').split(',').every((range) => range === '' || isRange(part, range)));
    return wrong && `is no schedule: its ${wrong.name} is not one`;
}
function isRange(part, text) {
    const [range = '', step, ...more] = text.split('/');
    if (more.length > 0 || (step !== undefined && !(/^\d{1,9}$/.test(step) && Number(step) > 0)))
        return false;
    if (range === '*' || range === '?')
        return true;
    const [from = '', to, ...rest] = range.split('-');
    if (rest.length > 0)
        return false;
    const first = numberOf(part, from);
    const last = to === undefined ? first : numberOf(part, to);
    return first >= part.least && last <= part.most && first <= last;
}
function numberOf({ names, least }, text) {
    const named = names?.indexOf(text.toLowerCase()) ?? -1;
    return named >= 0 ? named + least : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

;// CONCATENATED MODULE: ./src/api/formats.ts








const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const LABEL_1035 = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$/;
const WORDS = {
    label: "must be lower case letters, digits or '-', begin and end with a letter or digit, and have at most 63 characters",
    subdomain: "must be lower case letters, digits, '-' or '.', begin and end with a letter or digit, and have at most 253 characters",
    label1035: "must be lower case letters, digits or '-', begin with a letter, end with a letter or digit, and have at most 63 characters",
    key: "must be letters, digits, '-', '_' or '.', begin and end with a letter or digit, have at most 63 characters, and may have a DNS name and '/' in front",
    value: "must be empty or letters, digits, '-', '_' or '.', begin and end with a letter or digit, and have at most 63 characters",
};
const formats_fits = (isRight, words) => (text) => isRight(text) ? undefined : words;
function isSubdomain(text) {
    return text.length <= 253 && text.split('.').every((part) => part !== '' && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(part));
}
function isQualified(text) {
    const slash = text.indexOf('/');
    return slash < 0 ? QUALIFIED.test(text) : isSubdomain(text.slice(0, slash)) && QUALIFIED.test(text.slice(slash + 1));
}
function isPortName(text) {
    return text.length <= 15 && /^[a-z0-9-]+$/.test(text) && /[a-z]/.test(text) && !text.includes('--') && !/^-|-$/.test(text);
}
const isPathSegment = (text) => text !== '.' && text !== '..' && !/[/%]/.test(text);
const climbs = (text) => text.split('/').includes('..');
const isConfigKey = (text) => /^[-._a-zA-Z0-9]+$/.test(text) && text.length <= 253 && text !== '.' && !text.startsWith('..');
function isUrl(text) {
    return /^https:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/.test(text);
}
function isRegExp(text) {
    try {
        (0,patterns/* pattern */.T1)(text);
        return true;
    }
    catch {
        return false;
    }
}
const CEL_VARIABLES = new Set(['object', 'oldObject', 'request', 'params', 'namespaceObject', 'authorizer', 'variables']);
/** What admission policies may compute: an expression over what they are handed. */
function celMistake(text, isCondition) {
    try {
        const node = (0,parser/* parseExpression */.Y)(text);
        if (isCondition && node.kind === 'literal' && typeof node.value !== 'boolean')
            return 'must be true or false';
        const strange = [...(0,cel_names/* names */.D)(node)].find((name) => !CEL_VARIABLES.has(name));
        return strange === undefined ? undefined : `speaks of ${strange.slice(0, 40)}, which is not there`;
    }
    catch (error) {
        if (error instanceof ast/* CompileError */.m)
            return 'is no CEL expression';
        throw error;
    }
}
function isGroupVersion(text) {
    const [group = '', version, ...more] = text.split('/');
    if (more.length > 0)
        return false;
    return version === undefined ? LABEL_1035.test(group) : isSubdomain(group) && LABEL_1035.test(version);
}
function isZone(text) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: text });
        return true;
    }
    catch {
        return false;
    }
}
/** `example.com/path`, where each part of the path is a name. */
function isDomainPath(text) {
    const slash = text.indexOf('/');
    return (slash > 0 &&
        slash < text.length - 1 &&
        isSubdomain(text.slice(0, slash)) &&
        /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(text.slice(slash + 1)));
}
// A name that something is appended to may end in a dash.
const prefix = (format) => (text) => format(text.endsWith('-') ? `${text.slice(0, -1)}a` : text);
const FORMATS = {
    'dns-label': formats_fits((text) => LABEL.test(text), WORDS.label),
    'dns-1035-label': formats_fits((text) => LABEL_1035.test(text), WORDS.label1035),
    'dns-subdomain': formats_fits(isSubdomain, WORDS.subdomain),
    'wildcard-subdomain': formats_fits((text) => text.startsWith('*.') && isSubdomain(text.slice(2)), WORDS.subdomain),
    'host-or-wildcard': formats_fits((text) => isSubdomain(text.startsWith('*.') ? text.slice(2) : text) && (0,external_node_net_.isIP)(text) === 0, "must be a DNS name, with '*.' in front at most"),
    'dns-subdomain-any-case': formats_fits((text) => isSubdomain(text.toLowerCase()), WORDS.subdomain),
    identifier: formats_fits((text) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text), "must be letters, digits or '_', and must not begin with a digit"),
    'group-version': formats_fits(isGroupVersion, 'must be a group and a version, such as example.com/v1'),
    'signer-name': formats_fits(isDomainPath, 'must be a DNS name, a slash and a name, such as example.com/signer'),
    cel: (text) => celMistake(text, false),
    'cel-condition': (text) => celMistake(text, true),
    'path-segment': formats_fits(isPathSegment, "may not be '.' or '..' nor contain '/' or '%'"),
    'label-key': formats_fits(isQualified, WORDS.key),
    'annotation-key': formats_fits((text) => isQualified(text.toLowerCase()), WORDS.key),
    'qualified-name': formats_fits((text) => text.includes('/') && isQualified(text), `${WORDS.key}; the DNS name is needed here`),
    'label-value': formats_fits((text) => text === '' || QUALIFIED.test(text), WORDS.value),
    'port-name': formats_fits(isPortName, "must be lower case letters, digits or single '-' inside, with a letter at least, and have at most 15 characters"),
    'port-name-or-number': formats_fits((text) => isPortName(text), "must be a port's name: lower case letters, digits or single '-' inside, with a letter at least, at most 15 characters"),
    ip: formats_fits((text) => (0,address/* parseIp */.r5)(text) !== undefined, 'is no IP address'),
    cidr: formats_fits((text) => (0,address/* parseCidr */.GN)(text) !== undefined, 'is no CIDR block such as 10.0.0.0/8'),
    'absolute-path': formats_fits((text) => text.startsWith('/'), 'must be an absolute path'),
    'no-dot-dot': formats_fits((text) => !climbs(text), "must not contain '..'"),
    'relative-path': formats_fits((text) => !text.startsWith('/') && !climbs(text), "must be a relative path without '..'"),
    'local-path': formats_fits((text) => !text.startsWith('/') && !climbs(text) && !text.startsWith('..'), "must be a relative path without '..'"),
    'env-name': formats_fits((text) => /^[ -<>-~]+$/.test(text), "must be printable ASCII characters without '='"),
    'config-key': formats_fits(isConfigKey, "must be letters, digits, '-', '_' or '.', and have at most 253 characters"),
    'quantity-nonnegative': formats_fits((text) => ((0,quantity/* parseQuantity */.L)(text.trim())?.sign ?? 0n) >= 0n, 'must not be negative'),
    'quantity-positive': formats_fits((text) => ((0,quantity/* parseQuantity */.L)(text.trim())?.sign ?? 1n) > 0n, 'must be greater than zero'),
    cron: cronMistake,
    'time-zone': formats_fits((text) => text.toLowerCase() !== 'local' && text.trim() === text && isZone(text), 'is no time zone of the IANA database'),
    'https-url': formats_fits(isUrl, 'must be a URL that begins with https://, without user, query and fragment'),
    'header-name': formats_fits((text) => /^[-A-Za-z0-9]+$/.test(text), "must be letters, digits or '-'"),
    sysctl: formats_fits((text) => text.length <= 253 && /^[a-z0-9]([-_a-z0-9]*[a-z0-9])?([./][a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/.test(text), "must be lower case words joined by '.' or '/'"),
    regex: formats_fits(isRegExp, 'is no regular expression (RE2)'),
    'domain-path': formats_fits(isDomainPath, 'must be a DNS name, a slash and a path, such as example.com/controller'),
    trimmed: formats_fits((text) => text.trim() === text, 'must not begin or end with a space'),
    percent: formats_fits((text) => /^\d{1,9}%$/.test(text), 'must be a number or a percentage such as 25%'),
    'generate-subdomain': prefix(formats_fits(isSubdomain, WORDS.subdomain)),
    'generate-label': prefix(formats_fits((text) => LABEL.test(text), WORDS.label)),
    'generate-1035': prefix(formats_fits((text) => LABEL_1035.test(text), WORDS.label1035)),
};
/** What is wrong with a text, said of it; undefined where it has the format. */
function formatMistake(format, text) {
    return FORMATS[format]?.(text);
}
function isFormat(name) {
    return Object.hasOwn(FORMATS, name);
}

;// CONCATENATED MODULE: ./src/api/check.ts




/** What the server's own validation has against a decoded object. What is not known, and what depends on it, is left alone. */
function check_check(shape, { value, open }) {
    const checker = new Checker(open);
    checker.value(shape, value);
    return checker.faults;
}
class Checker {
    faults = [];
    #open;
    #path = [];
    constructor(open) {
        this.#open = open;
    }
    value(shape, value) {
        if (value === UNREAD)
            return;
        if (shape.type === 'struct')
            this.#struct(shape, value);
        else if (shape.type === 'list') {
            for (const [index, item] of value.entries())
                this.#below(index, shape.items.rules, shape.items.shape, item);
        }
        else if (shape.type === 'map') {
            for (const key of Object.keys(value))
                this.#below(key, shape.values.rules, shape.values.shape, value[key]);
        }
        else if (shape.type === 'either' && typeof value === 'object') {
            this.value(Array.isArray(value) && shape.list ? shape.list.shape : shape.struct.shape, value);
        }
    }
    #below(key, rules, shape, value) {
        this.#path.push(key);
        this.#field(rules, shape, value);
        this.#path.pop();
    }
    #struct(shape, value) {
        const { overlay } = shape;
        for (const key of Object.keys(value)) {
            const field = shape.fields.get(key);
            if (field && !field.rules.skip)
                this.#below(key, field.rules, field.shape, value[key]);
        }
        if (!this.#open.has(value))
            for (const [key, field] of shape.fields)
                if (value[key] === undefined)
                    this.#missing(key, field.rules, field);
        if (overlay.oneOf || overlay.atMostOneOf)
            this.#oneOf(shape, value);
        if (overlay.rules && !this.#open.has(value))
            this.faults.push(...crossFaults(overlay.rules, value, this.#path));
    }
    #missing(key, rules, field) {
        if (rules.required)
            this.#add([key], 'required', typeof rules.required === 'string' ? rules.required : 'is missing', rules);
        else if (rules.always)
            this.#below(key, rules, field.shape, zero(field.shape));
        else if (rules.minimum !== undefined && rules.minimum > 0 && rules.required === false)
            this.#below(key, rules, field.shape, 0n);
        else if (rules.enum && rules.required === false)
            this.#add([key], 'unsupported', `is missing; one of ${rules.enum.join(', ')}`, rules);
    }
    #oneOf({ overlay }, value) {
        const names = overlay.oneOf ?? overlay.atMostOneOf ?? [];
        const given = names.filter((name) => value[name] !== undefined);
        if (given.length === 0 && overlay.oneOf && !this.#open.has(value)) {
            this.#add([], 'required', overlay.oneOfMessage ?? `needs one of ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`, {});
        }
        for (const name of given.slice(1))
            this.#add([name], 'invalid', `may not be set beside ${given[0]}`, {});
    }
    #field(rules, shape, value) {
        if (value === UNREAD)
            return;
        const before = this.faults.length;
        this.#ownField(rules, shape, value);
        if (rules.controlBelow === undefined)
            return;
        for (const [index, fault] of this.faults.entries())
            if (index >= before)
                this.faults[index] = { control: rules.controlBelow, ...fault };
    }
    #ownField(rules, shape, value) {
        if (rules.required && isEmpty(value) && !this.#open.has(value)) {
            this.#add([], 'required', typeof rules.required === 'string' ? rules.required : 'is missing', rules);
            return;
        }
        if (rules.forbidden)
            this.#add([], 'invalid', rules.forbidden, rules);
        if (typeof value === 'bigint' || typeof value === 'number')
            this.#number(rules, value);
        else if (typeof value === 'string')
            this.#text(rules, value);
        if (rules.format && typeof value !== 'string' && shape.type === 'quantity')
            this.#text(rules, String(value));
        if (rules.keys && typeof value === 'object')
            this.#keys(rules, rules.keys, value);
        if (Array.isArray(value))
            this.#list(rules, value);
        this.value(shape, value);
    }
    #number(rules, value) {
        const { minimum, maximum } = rules;
        if (minimum !== undefined && value < minimum) {
            this.#add([], 'invalid', `must be ${maximum === undefined ? `at least ${minimum}` : `between ${minimum} and ${maximum}`}, not ${value}`, rules);
        }
        else if (maximum !== undefined && value > maximum) {
            this.#add([], 'invalid', `must be ${minimum === undefined ? `at most ${maximum}` : `between ${minimum} and ${maximum}`}, not ${value}`, rules);
        }
    }
    #text(rules, value) {
        if (rules.enum && !rules.enum.includes(value)) {
            this.#add([], 'unsupported', `must be ${oneOf(rules.enum)}, not ${JSON.stringify(value.slice(0, 80))}`, rules);
        }
        if (!rules.format || (value === '' && rules.required === undefined))
            return;
        for (const format of typeof rules.format === 'string' ? [rules.format] : rules.format) {
            const mistake = formatMistake(format, value);
            if (mistake !== undefined) {
                this.#add([], 'invalid', `${JSON.stringify(value.slice(0, 80))} ${mistake}`, rules);
                return;
            }
        }
    }
    #keys(rules, format, value) {
        for (const key of Object.keys(value)) {
            const mistake = formatMistake(format, key);
            if (mistake !== undefined)
                this.#add([], 'invalid', `the key ${JSON.stringify(key.slice(0, 80))} ${mistake}`, rules);
        }
    }
    #list(rules, value) {
        if (this.#open.has(value))
            return;
        if (rules.minItems !== undefined && value.length < rules.minItems)
            this.#add([], 'required', `needs at least ${rules.minItems}`, rules);
        if (rules.maxItems !== undefined && value.length > rules.maxItems)
            this.#add([], 'invalid', `may have at most ${rules.maxItems}`, rules);
        if (rules.unique)
            this.#unique(rules, rules.unique, value);
    }
    #unique(rules, by, list) {
        const seen = new Set();
        for (const [index, item] of list.entries()) {
            const parts = by.length === 0 ? [item] : by.map((key) => item[key]);
            if (parts.every((part) => part === undefined || part === ''))
                continue;
            const key = parts.map(String).join('\n');
            const last = by.length === 1 ? [index, by[0]] : [index];
            if (seen.has(key))
                this.#add(last, 'duplicate', `${JSON.stringify(parts.map(String).join(', '))} stands twice`, rules);
            seen.add(key);
        }
    }
    #add(below, kind, message, { control }) {
        this.faults.push({ kind, path: [...this.#path, ...below], message, ...(control === undefined ? {} : { control }) });
    }
}
function isEmpty(value) {
    if (value === '')
        return true;
    return Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value).length === 0;
}
function oneOf(values) {
    return values.length === 1 ? (values[0] ?? '') : `one of ${values.join(', ')}`;
}

;// CONCATENATED MODULE: ./src/api/crd/formats.ts



const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const UUIDS = {
    uuid3: /^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i,
    uuid4: /^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i,
    uuid5: /^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i,
};
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const formats_TIME = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)$/;
const SPAN = /^(?:[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+))$/;
// Whatever has such a part is taken, as Scala writes it: `3 days`.
const WORDY_SPAN = /\d+\s*(?:[unm]s|µs|s|m|h|d|w|nanos|micros|millis|sec|second|min|minute|hr|hour|day|week)/i;
const LONGEST = 1000;
function isDate(text) {
    const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return year !== '' && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
function formats_isTime(text) {
    const [date = '', time = ''] = text.toLowerCase().split('t');
    return isDate(date) && formats_TIME.test(time);
}
function isUri(text) {
    if (/[\s<>"\\^`{|}]/.test(text) || text === '')
        return false;
    return text.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(text);
}
const formats_isBase64 = (text) => text.replace(/[\r\n]/g, '').length % 4 === 0 && /^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/.test(text);
/** Formats of strings that schemas of custom resources may name; what is not here is not looked at. `since` 1.34 for the last two. */
const formats_FORMATS = {
    uri: isUri,
    ipv4: (text) => (0,external_node_net_.isIP)(text) === 4,
    ipv6: (text) => (0,external_node_net_.isIP)(text) === 6 || (text.includes(':') && (0,external_node_net_.isIP)(text) !== 4 && (0,external_node_net_.isIP)(text.replace(/%.*/, '')) === 6 && !text.includes('%')),
    cidr: (text) => (0,address/* parseCidr */.GN)(text) !== undefined,
    mac: (text) => /^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4,6}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2,3}[0-9a-f]{4})$/i.test(text),
    uuid: (text) => UUID.test(text),
    ...Object.fromEntries(Object.entries(UUIDS).map(([name, pattern]) => [name, (text) => pattern.test(text)])),
    hexcolor: (text) => /^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text),
    byte: formats_isBase64,
    date: isDate,
    datetime: formats_isTime,
    duration: (text) => SPAN.test(text) || WORDY_SPAN.test(text),
    k8sshortname: (text) => formatMistake('dns-label', text) === undefined,
    k8slongname: (text) => formatMistake('dns-subdomain', text) === undefined,
};
/** Whether a text has a format of JSON schema, as far as this is known. */
function hasFormat(format, text) {
    const name = format.replaceAll('-', '');
    const test = Object.hasOwn(formats_FORMATS, name) ? formats_FORMATS[name] : undefined;
    return !test || text.length > LONGEST || test(text);
}

;// CONCATENATED MODULE: ./src/api/crd/schema.ts
function isSchema(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The schema of a mapping's member; undefined where it has none. */
function schemaOf(schema, key) {
    return propertyOf(schema, key) ?? valuesOf(schema);
}
function propertyOf({ properties }, key) {
    const property = isSchema(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
    return isSchema(property) ? property : undefined;
}
function valuesOf({ additionalProperties }) {
    return isSchema(additionalProperties) ? additionalProperties : undefined;
}
function itemsOf({ items }) {
    return isSchema(items) ? items : undefined;
}
function schemasIn(schema, key) {
    const list = schema[key];
    return Array.isArray(list) ? list.filter(isSchema) : [];
}
const keeps = (schema) => schema['x-kubernetes-preserve-unknown-fields'] === true;
const isObject = (schema) => schema['x-kubernetes-embedded-resource'] === true;
const isIntOrString = (schema) => schema['x-kubernetes-int-or-string'] === true;
/** Of every object. */
const IDENTITY = new Set(['apiVersion', 'kind', 'metadata']);
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/api/crd/scalars.ts





const scalars_WORDS = {
    array: 'a list',
    boolean: 'true or false',
    integer: 'a whole number',
    number: 'a number',
    object: 'a mapping',
    string: 'a text',
};
/** Why a value is not of the schema's type; undefined where it is. */
function typeMistake(schema, value) {
    const { type, nullable } = schema;
    const types = isIntOrString(schema) ? ['integer', 'string'] : typeof type === 'string' && type !== '' ? [type] : [];
    if (types.length === 0)
        return undefined;
    const words = types.map((name) => scalars_WORDS[name] ?? name).join(' or ');
    if (value === null)
        return nullable === true ? undefined : { kind: 'type', message: `must be ${words}, not null` };
    return types.some((name) => isOf(name, value)) ? undefined : { kind: 'type', message: misreadAs(words, value) };
}
function isOf(type, value) {
    switch (type) {
        case 'array':
            return Array.isArray(value);
        case 'object':
            return typeof value === 'object' && !Array.isArray(value);
        case 'number':
            return typeof value === 'bigint' || typeof value === 'number';
        case 'integer':
            return typeof value === 'bigint' ? value >= -(2n ** 63n) && value < 2n ** 63n : Number.isInteger(value);
        default:
            return typeof value === type;
    }
}
function textMistakes(schema, text) {
    const { maxLength, minLength, pattern, format } = schema;
    const found = [];
    const length = [...text.slice(0, 1_000_000)].length;
    if (isNumber(maxLength) && length > maxLength)
        found.push(invalid(`may have at most ${maxLength} characters`));
    else if (isNumber(minLength) && length < minLength)
        found.push(invalid(`must have at least ${minLength} characters`));
    else if (typeof pattern === 'string' && pattern !== '' && !scalars_fits(pattern, text)) {
        found.push(invalid(`${JSON.stringify(text.slice(0, 80))} does not match ${pattern.slice(0, 200)}`));
    }
    if (typeof format === 'string' && format !== '' && !hasFormat(format, text)) {
        found.push(invalid(`${JSON.stringify(text.slice(0, 80))} has not the format ${format.slice(0, 40)}`));
    }
    return found;
}
// A pattern that is none has been said of the definition.
function scalars_fits(pattern, text) {
    try {
        return (0,patterns/* matches */.cK)(text, pattern);
    }
    catch (error) {
        if (error instanceof cel_values/* CelError */.PW)
            return true;
        throw error;
    }
}
const scalars_RANGES = {
    int32: [-2147483648, 2147483647],
    float: [-3.4028234663852886e38, 3.4028234663852886e38],
};
function numberMistakes(schema, value) {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = schema;
    const found = [];
    const range = typeof format === 'string' && schema.type !== undefined ? scalars_RANGES[format] : undefined;
    if (range && (value < range[0] || value > range[1]))
        found.push(invalid(`${value} does not fit into ${String(format)}`));
    if (isNumber(multipleOf) && !isMultiple(value, multipleOf))
        found.push(invalid(`must be a multiple of ${multipleOf}, not ${value}`));
    if (isNumber(maximum) && (value > maximum || (exclusiveMaximum === true && value >= maximum))) {
        found.push(invalid(`must be ${exclusiveMaximum === true ? 'less than' : 'at most'} ${maximum}, not ${value}`));
    }
    if (isNumber(minimum) && (value < minimum || (exclusiveMinimum === true && value <= minimum))) {
        found.push(invalid(`must be ${exclusiveMinimum === true ? 'greater than' : 'at least'} ${minimum}, not ${value}`));
    }
    return found;
}
function isMultiple(value, of) {
    if (typeof value === 'bigint' && typeof of === 'bigint')
        return of === 0n || value % of === 0n;
    const ratio = Number(value) / Number(of);
    return Number(of) === 0 || Number.isInteger(ratio);
}
function isNumber(value) {
    return typeof value === 'bigint' || typeof value === 'number';
}
function invalid(message) {
    return { kind: 'invalid', message };
}

;// CONCATENATED MODULE: ./src/api/crd/validate.ts





/** What JSON schema has against a value, as the server reads it. What is not known, and what depends on it, is left alone. */
function valueFaults(schema, value, open) {
    const checker = new validate_Checker(open);
    checker.value(schema, value);
    return checker.faults;
}
class validate_Checker {
    faults = [];
    #open;
    #path = [];
    constructor(open) {
        this.#open = open;
    }
    value(schema, value) {
        if (value === UNREAD || isPlaceholder(value))
            return;
        const mistake = typeMistake(schema, value);
        if (mistake)
            this.#add(mistake);
        this.#enum(schema, value);
        if (value === null || mistake)
            return;
        if (!this.#open.has(value))
            this.#conditions(schema, value);
        if (typeof value === 'string')
            for (const found of textMistakes(schema, value))
                this.#add(found);
        else if (isNumber(value))
            for (const found of numberMistakes(schema, value))
                this.#add(found);
        else if (Array.isArray(value))
            this.#list(schema, value);
        else if (isFields(value))
            this.#mapping(schema, value);
    }
    #enum({ enum: values }, value) {
        if (!Array.isArray(values) || values.length === 0)
            return;
        if (value !== null && values.some((one) => (0,cel_values/* equals */.aI)(one, value)))
            return;
        const shown = values.slice(0, 12).map((one) => String(typeof one === 'object' ? 'an object' : one));
        const words = values.length > 1 ? `one of ${shown.join(', ')}${values.length > 12 ? ', …' : ''}` : shown.join('');
        this.#add({
            kind: 'unsupported',
            message: `must be ${words}${typeof value === 'string' ? `, not ${JSON.stringify(value.slice(0, 80))}` : ''}`,
        });
    }
    #list(schema, list) {
        const { minItems, maxItems } = schema;
        if (!this.#open.has(list)) {
            if (isNumber(minItems) && list.length < minItems)
                this.#add(invalid(`needs at least ${minItems} items`));
            if (isNumber(maxItems) && list.length > maxItems)
                this.#add(invalid(`may have at most ${maxItems} items`));
        }
        const items = itemsOf(schema);
        if (items)
            for (const [index, item] of list.entries())
                this.#below(index, items, item);
    }
    #mapping(schema, value) {
        const keys = Object.keys(value);
        if (!this.#open.has(value))
            this.#size(schema, value, keys.length);
        for (const key of keys) {
            const member = propertyOf(schema, key) ?? valuesOf(schema);
            if (member)
                this.#below(key, member, value[key]);
        }
    }
    #size({ minProperties, maxProperties, required }, value, count) {
        if (isNumber(minProperties) && count < minProperties)
            this.#add(invalid(`needs at least ${minProperties} members`));
        if (isNumber(maxProperties) && count > maxProperties)
            this.#add(invalid(`may have at most ${maxProperties} members`));
        for (const key of Array.isArray(required) ? required : []) {
            if (typeof key === 'string' && !Object.hasOwn(value, key))
                this.#add({ kind: 'required', message: 'is missing' }, [key]);
        }
    }
    #conditions(schema, value) {
        for (const part of schemasIn(schema, 'allOf'))
            this.value(part, value);
        const any = schemasIn(schema, 'anyOf');
        if (any.length > 0 && !any.some((one) => this.#tried(one, value).length === 0))
            this.#alternatives(any, value, 'one');
        const one = schemasIn(schema, 'oneOf');
        if (one.length > 0) {
            const fitting = one.filter((alternative) => this.#tried(alternative, value).length === 0).length;
            if (fitting === 0)
                this.#alternatives(one, value, 'exactly one');
            else if (fitting > 1)
                this.#add(invalid(`fits ${fitting} alternatives where only one may${namesOf(one)}`));
        }
        if (isSchema(schema.not) && this.#tried(schema.not, value).length === 0) {
            this.#add(invalid(`is what may not be${namesOf([schema.not])}`));
        }
    }
    /** The alternative that is nearest says what is missing, where there is a nearest one. */
    #alternatives(all, value, count) {
        const tried = all.map((one) => this.#tried(one, value)).sort((a, b) => a.length - b.length);
        const [best = [], next = []] = tried;
        if (best.length === 1 && (next.length > 1 || all.length === 1))
            this.faults.push(...best);
        else
            this.#add(invalid(`must fit ${count} of ${all.length} alternatives${namesOf(all)}`));
    }
    #tried(schema, value) {
        const { faults } = this;
        this.faults = [];
        this.value(schema, value);
        const found = this.faults;
        this.faults = faults;
        return found;
    }
    #below(key, schema, value) {
        this.#path.push(key);
        this.value(schema, value);
        this.#path.pop();
    }
    #add({ kind, message }, below = []) {
        this.faults.push({ kind, path: [...this.#path, ...below], message });
    }
}
// Most alternatives are members that are needed.
function namesOf(alternatives) {
    const names = alternatives.map(({ required }) => (Array.isArray(required) ? required.join(' and ') : ''));
    return names.every((name) => name !== '') ? `: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}` : '';
}

;// CONCATENATED MODULE: ./src/api/crd/presets.ts


/** Fills in defaults, also for a null that may not be; other nulls that may not be are taken out. */
function preset(schema, value, open) {
    if (Array.isArray(value))
        presetItems(schema && itemsOf(schema), value, open);
    else if (isFields(value))
        presetMembers(schema, value, open);
}
function presetItems(items, list, open) {
    for (const [index, item] of list.entries()) {
        if (item === null && items && !items.nullable && items.default !== undefined)
            list[index] = copied(items.default);
        preset(items, list[index], open);
    }
}
function presetMembers(schema, value, open) {
    const { properties } = schema ?? {};
    if (isFields(properties) && !open.has(value)) {
        for (const [key, property] of Object.entries(properties)) {
            if (!isFields(property) || property.default === undefined)
                continue;
            if (!Object.hasOwn(value, key) || (value[key] === null && property.nullable !== true))
                setMember(value, key, copied(property.default));
        }
    }
    for (const key of Object.keys(value)) {
        const member = schema && schemaOf(schema, key);
        if (value[key] === null && member && member.nullable !== true) {
            if (member.default === undefined)
                delete value[key];
            else
                setMember(value, key, copied(member.default));
        }
        preset(member, value[key], open);
    }
}
// Defaults are filled into defaults, so each object gets one of its own.
function copied(value) {
    if (Array.isArray(value))
        return value.map(copied);
    if (!isFields(value))
        return value;
    const copy = {};
    for (const key of Object.keys(value))
        setMember(copy, key, copied(value[key]));
    return copy;
}

;// CONCATENATED MODULE: ./src/api/crd/prune.ts


/** Takes out what the schema does not know, and says where that was. */
function prune(schema, object) {
    const pruner = new Pruner();
    pruner.value({ ...schema, 'x-kubernetes-embedded-resource': true }, object);
    return pruner.faults;
}
class Pruner {
    faults = [];
    #path = [];
    value(schema, value) {
        if (Array.isArray(value))
            this.#list(schema, value);
        else if (isFields(value))
            this.#mapping(schema, value);
    }
    #list(schema, list) {
        const items = schema && itemsOf(schema);
        if (schema && !items && keeps(schema))
            return;
        for (const [index, item] of list.entries())
            this.#below(index, items, item);
    }
    #mapping(schema, value) {
        for (const key of Object.keys(value)) {
            if (schema && isObject(schema) && IDENTITY.has(key))
                continue;
            const property = schema && propertyOf(schema, key);
            if (property)
                this.#below(key, property, value[key]);
            else if (schema && takesAny(schema))
                this.#below(key, valuesOf(schema), value[key]);
            else if (!schema || !keeps(schema))
                this.#unknown(schema, key, value);
        }
    }
    #below(key, schema, value) {
        this.#path.push(key);
        this.value(schema, value);
        this.#path.pop();
    }
    #unknown(schema, key, value) {
        delete value[key];
        const names = Object.keys(schema?.properties ?? {}).filter((name) => !Object.hasOwn(value, name));
        this.faults.push({ kind: 'unknown-field', path: [...this.#path, key], message: 'unknown field', suggestion: (0,errors/* nearest */.pA)(key, names) });
    }
}
function takesAny({ additionalProperties }) {
    return additionalProperties === true || isFields(additionalProperties);
}

;// CONCATENATED MODULE: ./src/api/crd/references.ts





const references_NOTHING = new Set();
/** The schema that a path like `.spec.size` leads to. */
function schemaAt(schema, path) {
    if (!/^[.[]/.test(path))
        return undefined;
    let here = schema;
    for (const step of (0,model_path/* parsePath */.R)(path.replace(/^\./, '')) ?? ['']) {
        if (typeof step === 'number' || !here)
            return undefined;
        here = isSchema(here.properties) ? propertyOf(here, step) : valuesOf(here);
    }
    return here;
}
/** A default has to be a value that the schema takes. */
function defaultFaults(schema) {
    const value = copied(schema.default);
    const unknown = prune(schema, value);
    if (unknown.length > 0)
        return unknown.map((fault) => ({ ...fault, kind: 'invalid', message: 'is no field of the schema' }));
    preset(schema, value, references_NOTHING);
    return valueFaults(schema, value, references_NOTHING).map((fault) => (fault.kind === 'type' ? { ...fault, kind: 'invalid' } : fault));
}
/** The keys of a list that is a map have to be in every item. */
function mapKeyFaults(schema, keys) {
    const items = itemsOf(schema);
    if (!items)
        return [];
    const needed = Array.isArray(items.required) ? items.required : [];
    return keys.flatMap((key, index) => {
        const property = typeof key === 'string' ? propertyOf(items, key) : undefined;
        const path = ['x-kubernetes-list-map-keys', index];
        if (keys.indexOf(key) < index)
            return [{ kind: 'duplicate', path, message: 'stands twice' }];
        if (!property)
            return [{ kind: 'invalid', path, message: 'is no property of the items' }];
        if (property.type === 'array' || property.type === 'object')
            return [{ kind: 'invalid', path, message: 'must be a scalar in the items' }];
        if (needed.includes(key) || property.default !== undefined)
            return [];
        return [
            {
                kind: 'required',
                path: ['items', 'properties', String(key), 'default'],
                message: 'is needed, or the key has to be required: it is a key of the list',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/api/crd/cel.ts



const RESERVED = new Set('true false null in as break const continue else for function if import let loop package namespace return var void while'.split(' '));
const cel_WORDS = { __: '__underscores__', '.': '__dot__', '-': '__dash__', '/': '__slash__' };
/** What rules see of the metadata of an object. */
const SEEN = ['name', 'generateName'];
/** Values as rules of a definition see them: typed by the schema, with members by names that are identifiers. Each is made once. */
class CelValues {
    #made = new Map();
    of(schema, value, isWhole = false) {
        if (typeof value !== 'object' || value === null)
            return schema ? scalar(schema, value) : value;
        let made = this.#made.get(value);
        if (made === undefined) {
            made = Array.isArray(value) ? this.#list(schema, value) : this.#mapping(schema, value, isWhole);
            this.#made.set(value, made);
        }
        return made;
    }
    #list(schema, value) {
        const items = schema && itemsOf(schema);
        return value.map((item) => this.of(items, item));
    }
    #mapping(schema, value, isWhole) {
        const typed = {};
        const isTyped = schema !== undefined && (isWhole || isObject(schema) || isFields(schema.properties));
        for (const key of Object.keys(value)) {
            const identity = schema && (isWhole || isObject(schema)) && IDENTITY.has(key);
            if (identity)
                setMember(typed, key, key === 'metadata' ? seen(value[key]) : value[key]);
            else if (!isTyped)
                setMember(typed, key, this.of(schema && valuesOf(schema), value[key]));
            else if (propertyOf(schema, key))
                setMember(typed, escaped(key), this.of(propertyOf(schema, key), value[key]));
        }
        return typed;
    }
}
function seen(metadata) {
    return isFields(metadata) ? Object.fromEntries(SEEN.filter((key) => Object.hasOwn(metadata, key)).map((key) => [key, metadata[key]])) : {};
}
/** A member's name as an expression has to write it. */
function escaped(name) {
    return RESERVED.has(name) ? `__${name}__` : name.replace(/__|[-./]/g, (found) => cel_WORDS[found] ?? found);
}
function scalar({ type, format }, value) {
    if (type === 'number' && typeof value === 'bigint')
        return Number(value);
    if (type === 'integer' && typeof value === 'number' && Number.isInteger(value))
        return BigInt(value);
    if (type !== 'string' || typeof value !== 'string')
        return value;
    switch (format) {
        case 'duration':
            return (0,time/* parseDuration */.E9)(value);
        case 'date':
            return (0,time/* parseTimestamp */.EH)(`${value}T00:00:00Z`);
        case 'date-time':
            return (0,time/* parseTimestamp */.EH)(value.toUpperCase());
        case 'byte':
            return Uint8Array.from(Buffer.from(value, 'base64'));
        default:
            return value;
    }
}

;// CONCATENATED MODULE: ./src/api/crd/expressions.ts





const SELF = new Set(['self', 'oldSelf']);
/** Why a rule of a schema cannot be compiled; undefined where it can, as far as that shows without inferring types. */
function expressionMistake(rule, schema, isWhole) {
    try {
        const node = (0,parser/* parseExpression */.Y)(rule);
        const strange = [...(0,cel_names/* names */.D)(node)].find((name) => !SELF.has(name));
        if (strange !== undefined)
            return `speaks of ${strange.slice(0, 40)}, and there are only self and oldSelf`;
        if (node.kind === 'literal' && typeof node.value !== 'boolean')
            return 'must be true or false';
        const field = missingField(node, schema, isWhole);
        return field === undefined ? undefined : `speaks of ${field.slice(0, 80)}, which is no field of the schema`;
    }
    catch (error) {
        if (error instanceof ast/* CompileError */.m)
            return 'is no CEL expression';
        throw error;
    }
}
/** The first field that an expression selects from `self`, at any depth, and the schema does not have. */
function missingField(node, schema, isWhole) {
    if (node.kind === 'select' || node.kind === 'has') {
        const holder = schemaOfNode(node.operand, schema);
        const whole = isWhole && holder === schema;
        if (holder && !expressions_hasField(holder, node.field, whole))
            return node.field;
    }
    for (const child of (0,cel_names/* children */.Y)(node)) {
        const found = missingField(child, schema, isWhole);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function expressions_hasField(schema, field, isWhole) {
    if (!isFields(schema.properties) || schema.type !== 'object' || keeps(schema))
        return true;
    if ((isWhole || isObject(schema)) && IDENTITY.has(field))
        return true;
    return Object.keys(schema.properties).some((name) => escaped(name) === field);
}
function schemaOfNode(node, schema) {
    if (node.kind === 'name')
        return SELF.has(node.name) ? schema : undefined;
    if (node.kind !== 'select' && node.kind !== 'index')
        return undefined;
    const holder = schemaOfNode(node.operand, schema);
    if (!holder)
        return undefined;
    if (node.kind === 'index')
        return itemsOf(holder) ?? valuesOf(holder);
    const properties = isFields(holder.properties) ? holder.properties : {};
    const name = Object.keys(properties).find((key) => escaped(key) === node.field);
    const found = name === undefined || name === 'metadata' ? undefined : properties[name];
    return isFields(found) ? found : undefined;
}

;// CONCATENATED MODULE: ./src/api/crd/structural.ts




const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const FORBIDDEN = ['id', '$ref', 'definitions', 'dependencies', 'additionalItems', 'patternProperties'];
/** What only the structure may say, and not a condition below allOf, anyOf, oneOf or not. */
const STRUCTURAL = [
    ...['type', 'default', 'title', 'description', 'nullable', 'additionalProperties', 'x-kubernetes-preserve-unknown-fields'],
    ...['x-kubernetes-embedded-resource', 'x-kubernetes-int-or-string', 'x-kubernetes-list-map-keys', 'x-kubernetes-list-type'],
    ...['x-kubernetes-map-type', 'x-kubernetes-validations'],
];
const LIST_TYPES = ['atomic', 'map', 'set'];
const REASONS = ['FieldValueRequired', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueDuplicate'];
const MAP_TYPES = ['atomic', 'granular'];
/** What the server has against the schema of a custom resource: that it is not structural, mostly. */
function schemaFaults(schema, open, path) {
    const walk = new Walk(open, [...path]);
    if (isSchema(schema))
        walk.structure(schema, 'root');
    return walk.faults;
}
class Walk {
    faults = [];
    #open;
    #path;
    constructor(open, path) {
        this.#open = open;
        this.#path = path;
    }
    structure(schema, level) {
        if (this.#open.has(schema) && Object.values(schema).some((value) => typeof value === 'symbol'))
            return;
        this.#type(schema, level);
        if (schema.default !== undefined && level === 'root')
            this.#add(['default'], 'invalid', 'must not be set at the root');
        else if (schema.default !== undefined)
            this.#take(defaultFaults(schema), ['default']);
        this.#forbidden(schema);
        this.#extensions(schema, level === 'root');
        if (schema.type === 'array' && schema.items === undefined)
            this.#add(['items'], 'required', 'is missing');
        if (level === 'root' && isSchema(schema.additionalProperties))
            this.#add(['additionalProperties'], 'invalid', 'must not be used at the root');
        if (isSchema(schema.items))
            this.#at(['items'], () => this.structure(schema.items, 'item'));
        if (isSchema(schema.additionalProperties))
            this.#at(['additionalProperties'], () => this.structure(schema.additionalProperties, 'field'));
        this.#properties(schema, level);
        this.#conditions(schema, structural_isIntOrString(schema.anyOf));
    }
    #type(schema, level) {
        const { type = '' } = schema;
        if (type === '') {
            const free = schema['x-kubernetes-int-or-string'] === true || schema['x-kubernetes-preserve-unknown-fields'] === true;
            if (!free || schema['x-kubernetes-embedded-resource'] === true)
                this.#add(['type'], 'required', 'is missing');
        }
        else if (!TYPES.includes(String(type)))
            this.#add(['type'], 'unsupported', `must be one of ${TYPES.join(', ')}`);
        else if (type !== 'object' && (level === 'root' || schema['x-kubernetes-embedded-resource'] === true))
            this.#add(['type'], 'invalid', 'must be object');
    }
    #forbidden(schema) {
        for (const key of FORBIDDEN)
            if (schema[key] !== undefined && schema[key] !== '')
                this.#add([key], 'invalid', 'is not supported');
        if (schema.uniqueItems === true)
            this.#add(['uniqueItems'], 'invalid', 'must not be true');
        if (Array.isArray(schema.items))
            this.#add(['items'], 'invalid', 'must be a schema, not a list of them');
        const hasProperties = Object.keys(schema.properties ?? {}).length > 0;
        const { additionalProperties } = schema;
        if (hasProperties && additionalProperties !== undefined && additionalProperties !== true) {
            this.#add(['additionalProperties'], 'invalid', 'may not be set beside properties');
        }
        if (typeof schema.pattern === 'string' && schema.pattern !== '') {
            const mistake = formatMistake('regex', schema.pattern);
            if (mistake)
                this.#add(['pattern'], 'invalid', mistake);
        }
    }
    #extensions(schema, isWhole) {
        const { 'x-kubernetes-list-type': list, 'x-kubernetes-map-type': map, 'x-kubernetes-list-map-keys': keys } = schema;
        if (list !== undefined && list !== '' && !LIST_TYPES.includes(String(list))) {
            this.#add(['x-kubernetes-list-type'], 'unsupported', `must be one of ${LIST_TYPES.join(', ')}`);
        }
        if (list !== undefined && schema.type !== 'array')
            this.#add(['type'], 'invalid', 'must be array when x-kubernetes-list-type is set');
        if (map !== undefined && !MAP_TYPES.includes(String(map)))
            this.#add(['x-kubernetes-map-type'], 'unsupported', `must be one of ${MAP_TYPES.join(', ')}`);
        if (list === 'map' && !(Array.isArray(keys) && keys.length > 0))
            this.#add(['x-kubernetes-list-map-keys'], 'required', 'is needed when x-kubernetes-list-type is map');
        if (list === 'map' && Array.isArray(keys))
            this.#take(mapKeyFaults(schema, keys), []);
        if (schema['x-kubernetes-preserve-unknown-fields'] === false)
            this.#add(['x-kubernetes-preserve-unknown-fields'], 'invalid', 'must be true or unset');
        if (Array.isArray(keys) && keys.length > 0 && list !== 'map')
            this.#add(['x-kubernetes-list-type'], 'invalid', 'must be map beside x-kubernetes-list-map-keys');
        if (schema['x-kubernetes-int-or-string'] === true && schema['x-kubernetes-preserve-unknown-fields'] === true) {
            this.#add(['x-kubernetes-preserve-unknown-fields'], 'invalid', 'must be false beside x-kubernetes-int-or-string');
        }
        const rules = schema['x-kubernetes-validations'];
        if (Array.isArray(rules))
            for (const [index, rule] of rules.entries())
                this.#rule(schema, rule, { index, isWhole });
    }
    #rule(schema, { rule, message, fieldPath, reason }, { index, isWhole }) {
        const at = ['x-kubernetes-validations', index];
        const mistake = typeof rule === 'string' && rule.trim() !== '' ? expressionMistake(rule, schema, isWhole) : undefined;
        if (typeof rule !== 'string' || rule.trim() === '')
            this.#add([...at, 'rule'], 'required', 'is missing');
        else if (mistake)
            this.#add([...at, 'rule'], 'invalid', mistake);
        if (typeof fieldPath === 'string' && fieldPath !== '' && !schemaAt(schema, fieldPath))
            this.#add([...at, 'fieldPath'], 'invalid', 'must be the path of a field of this schema, such as .size');
        if (typeof reason === 'string' && !REASONS.includes(reason))
            this.#add([...at, 'reason'], 'unsupported', `must be one of ${REASONS.join(', ')}`);
        if (typeof message === 'string' && message !== '' && (message.trim() === '' || message.includes('\n'))) {
            this.#add([...at, 'message'], 'invalid', 'must be one line that is not empty');
        }
    }
    #properties({ properties }, level) {
        if (!isSchema(properties))
            return;
        for (const [name, property] of Object.entries(properties)) {
            if (!isSchema(property))
                continue;
            this.#at(['properties', name], () => {
                this.structure(property, 'field');
                if (level !== 'root')
                    return;
                if (name === 'metadata' && property.type !== 'object' && TYPES.includes(String(property.type)))
                    this.#add(['type'], 'invalid', 'must be object');
                if ((name === 'kind' || name === 'apiVersion') && property.type !== 'string')
                    this.#add(['type'], 'invalid', 'must be string');
                const own = Object.keys(property.properties ?? {});
                if (name === 'metadata' && own.some((key) => key !== 'name' && key !== 'generateName')) {
                    this.#add([], 'invalid', 'may only describe name and generateName');
                }
            });
        }
    }
    #conditions(schema, skipAnyOf) {
        for (const key of ['allOf', 'anyOf', 'oneOf']) {
            const list = schema[key];
            if (!Array.isArray(list) || (key === 'anyOf' && skipAnyOf))
                continue;
            for (const [index, item] of list.entries()) {
                const first = key === 'allOf' && index === 0 && isSchema(item) && structural_isIntOrString(item.anyOf);
                if (isSchema(item))
                    this.#at([key, index], () => this.#condition(item, first));
            }
        }
        if (isSchema(schema.not))
            this.#at(['not'], () => this.#condition(schema.not, false));
    }
    #condition(schema, skipAnyOf) {
        for (const key of STRUCTURAL) {
            const value = schema[key];
            if (value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0))
                continue;
            this.#add([key], 'invalid', 'must not be set below allOf, anyOf, oneOf and not');
        }
        this.#conditions(schema, skipAnyOf);
        if (isSchema(schema.items))
            this.#at(['items'], () => this.#condition(schema.items, false));
        if (!isSchema(schema.properties))
            return;
        for (const [name, property] of Object.entries(schema.properties)) {
            if (isSchema(property))
                this.#at(['properties', name], () => this.#condition(property, false));
        }
    }
    #at(steps, walk) {
        this.#path.push(...steps);
        walk();
        this.#path.length -= steps.length;
    }
    #take(faults, below) {
        for (const fault of faults)
            this.faults.push({ ...fault, path: [...this.#path, ...below, ...fault.path] });
    }
    #add(below, kind, message) {
        this.faults.push({ kind, path: [...this.#path, ...below], message });
    }
}
// The one pair of types that a structural schema may have in a condition.
function structural_isIntOrString(anyOf) {
    if (!Array.isArray(anyOf) || anyOf.length !== 2)
        return false;
    const [first, second] = anyOf;
    return first?.type === 'integer' && second?.type === 'string' && Object.keys(first).length === 1 && Object.keys(second).length === 1;
}

;// CONCATENATED MODULE: ./src/api/crd/definition.ts



const DEFINITION = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition';
function isDefinition(shape) {
    return shape.type === 'struct' && shape.name === DEFINITION;
}
/** What the server has against the schemas in a CustomResourceDefinition. */
function definitionFaults(shape, { value, open }) {
    if (!isDefinition(shape))
        return [];
    return versionsOf(value).flatMap((version, index) => {
        const schema = isSchema(version) && isSchema(version.schema) ? version.schema.openAPIV3Schema : undefined;
        const path = ['spec', 'versions', index];
        return [...schemaFaults(schema, open, [...path, 'schema', 'openAPIV3Schema']), ...selectableFaults(version, schema, path)];
    });
}
const SELECTABLE = ['string', 'boolean', 'integer'];
/** Fields by which objects may be selected have to be there, and be scalars. */
function selectableFaults(version, schema, path) {
    const fields = isSchema(version) && Array.isArray(version.selectableFields) ? version.selectableFields : [];
    return fields.flatMap((field, index) => {
        const written = isSchema(field) ? field.jsonPath : undefined;
        if (typeof written !== 'string' || !isSchema(schema))
            return [];
        const found = schemaAt(schema, written);
        if (found && SELECTABLE.includes(String(found.type)) && !written.startsWith('.metadata'))
            return [];
        const message = 'must be the path of a string, boolean or integer of the schema, such as .spec.size';
        return [{ kind: 'invalid', path: [...path, 'selectableFields', index, 'jsonPath'], message }];
    });
}
function versionsOf(value) {
    const spec = isSchema(value) ? value.spec : undefined;
    const versions = isSchema(spec) ? spec.versions : undefined;
    return Array.isArray(versions) ? versions : [];
}

;// CONCATENATED MODULE: ./src/api/crd/kinds.ts


/** More definitions of one kind than a repository has for good reason. */
const MOST = 20;
/** The kinds that CustomResourceDefinitions in the files define, by `group/kind`. */
class CustomKinds {
    #kinds;
    constructor(definitions) {
        const kinds = new Map();
        for (const definition of definitions) {
            const spec = kinds_member(definition.object, 'spec');
            const name = `${String(kinds_member(spec, 'group'))}/${String(kinds_member(kinds_member(spec, 'names'), 'kind'))}`;
            const kind = kinds.get(name) ?? { versions: new Map(), settled: true };
            kinds.set(name, kind);
            const versions = kinds_member(spec, 'versions');
            const names = Array.isArray(versions) ? kinds_namesOf(versions) : undefined;
            // Versions that are not served in one definition may be in another.
            if (!names || definition.patch)
                kind.settled = false;
            for (const [index, version] of (names ?? []).entries()) {
                if (version === undefined)
                    kind.settled = false;
                else
                    kind.versions.set(version, [...(kind.versions.get(version) ?? []), { definition, index }].slice(0, MOST));
            }
        }
        this.#kinds = kinds;
    }
    /** Undefined where no file defines the kind, or not as far as its versions go. */
    of({ group, kind, apiVersion }) {
        const found = this.#kinds.get(`${group}/${kind}`);
        const versions = found?.versions.get(apiVersion.slice(group.length + 1));
        return versions ?? (found?.settled ? [] : undefined);
    }
    others({ group, kind, apiVersion }) {
        const versions = this.#kinds.get(`${group}/${kind}`)?.versions.keys() ?? [];
        return [...versions].filter((version) => version !== apiVersion.slice(group.length + 1));
    }
}
// A version that is not settled may have any name; what is not served is none.
function kinds_namesOf(versions) {
    try {
        return versions.map((version) => (isFields(version) && typeof version.name === 'string' ? version.name : undefined));
    }
    catch {
        return undefined;
    }
}
function kinds_member(value, key) {
    return isFields(value) ? memberOf(value, key) : undefined;
}
/** The version as its definition decodes to; undefined where it is not wholly known. */
function versionOf(decoded, index) {
    const spec = isSchema(decoded) ? decoded.spec : undefined;
    const versions = isSchema(spec) ? spec.versions : undefined;
    const version = Array.isArray(versions) ? versions[index] : undefined;
    return isSchema(version) ? version : undefined;
}

;// CONCATENATED MODULE: ./src/api/metadata.ts


/** What only an object's own metadata is held to, not that of the templates in it: its name. */
function metadataFaults({ value, open }, format = 'dns-subdomain') {
    const { metadata = {} } = value;
    if (typeof metadata !== 'object')
        return [];
    const { name = '', generateName = '' } = metadata;
    const faults = [];
    if (name === '' && generateName === '' && !open.has(metadata)) {
        if (!open.has(value) || value.metadata !== undefined)
            faults.push({ kind: 'required', path: ['metadata', 'name'], message: 'is missing' });
    }
    if (typeof name === 'string' && name !== '')
        faults.push(...mistake('name', name, format));
    else if (typeof generateName === 'string' && generateName !== '')
        faults.push(...mistake('generateName', generateName, GENERATED[format] ?? format));
    return faults;
}
const GENERATED = {
    'dns-subdomain': 'generate-subdomain',
    'dns-label': 'generate-label',
    'dns-1035-label': 'generate-1035',
};
function mistake(key, text, format) {
    const words = isPlaceholder(text) ? undefined : formatMistake(format, text);
    return words === undefined ? [] : [{ kind: 'invalid', path: ['metadata', key], message: `${JSON.stringify(text.slice(0, 80))} ${words}` }];
}

;// CONCATENATED MODULE: ./src/api/crd/embedded.ts




/** What the server has against objects within an object. */
function embeddedFaults(schema, value, { open, metadata }, path = []) {
    const ground = { open, metadata };
    if (Array.isArray(value)) {
        const items = itemsOf(schema);
        return items ? value.flatMap((item, index) => embeddedFaults(items, item, ground, [...path, index])) : [];
    }
    if (!isFields(value))
        return [];
    const own = isObject(schema) ? objectFaults(value, ground, path) : [];
    const below = Object.keys(value).flatMap((key) => {
        const member = schemaOf(schema, key);
        return member ? embeddedFaults(member, value[key], ground, [...path, key]) : [];
    });
    return [...own, ...below];
}
function objectFaults(value, { open, metadata }, path) {
    const faults = [];
    for (const key of ['apiVersion', 'kind']) {
        const text = value[key];
        if (text === undefined && open.has(value))
            continue;
        if (text === undefined)
            faults.push({ kind: 'required', path: [...path, key], message: 'is missing' });
        else if (text !== UNREAD && typeof text !== 'string')
            faults.push({ kind: 'type', path: [...path, key], message: 'must be a text' });
        else if (text === '')
            faults.push({ kind: 'invalid', path: [...path, key], message: 'must not be empty' });
        else if (key === 'kind' && typeof text === 'string' && formatMistake('dns-1035-label', text.toLowerCase()) !== undefined)
            faults.push({ kind: 'invalid', path: [...path, key], message: `${JSON.stringify(text.slice(0, 80))} is no kind` });
    }
    if (value.metadata === undefined || value.metadata === UNREAD || open.has(value.metadata))
        return faults;
    const decoded = decode_decode(metadata, { metadata: withoutNulls(value.metadata) });
    const own = [...decoded.faults, ...check_check(metadata, decoded)];
    return [...faults, ...own.map((fault) => ({ ...fault, path: [...path, ...fault.path] }))];
}
function withoutNulls(value) {
    if (Array.isArray(value))
        return value.filter((item) => item !== null).map(withoutNulls);
    if (!isFields(value))
        return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => (member === null ? [] : [[key, withoutNulls(member)]])));
}

;// CONCATENATED MODULE: ./src/api/crd/json.ts



function readJson(value) {
    const reader = new Reader();
    return { value: reader.read(value), open: reader.open };
}
class Reader {
    open = new Set();
    read(value) {
        if (value instanceof Unsettled)
            return UNREAD;
        if (Array.isArray(value))
            return this.#list(value);
        return isMapping(value) ? this.#mapping(value) : value;
    }
    #mapping(value) {
        const read = {};
        const { keys, settled } = writtenKeys(value);
        if (!settled)
            this.open.add(read);
        for (const key of keys)
            setMember(read, key, this.#noted(read, memberOf(value, key)));
        for (const key of nullKeys(value, keys))
            setMember(read, key, null);
        return read;
    }
    #list(value) {
        const read = [];
        const nulls = nullItems(value);
        let next = 0;
        for (let index = 0;; index++) {
            if (nulls?.has(index)) {
                read.push(null);
                continue;
            }
            const item = itemOf(value, next++);
            if (item === DONE)
                return read;
            read.push(this.#noted(read, item));
            // What comes after it may stand at another index, or not at all.
            if (item instanceof Unsettled)
                return read;
        }
    }
    #noted(holder, value) {
        const read = this.read(value);
        if (read === UNREAD || this.open.has(read))
            this.open.add(holder);
        return read;
    }
}

;// CONCATENATED MODULE: ./src/api/crd/lists.ts


/** What stands twice in lists that are sets, or maps by keys. */
function listFaults(schema, value, open, path = []) {
    if (Array.isArray(value)) {
        const items = itemsOf(schema);
        const below = items ? value.flatMap((item, index) => listFaults(items, item, open, [...path, index])) : [];
        return open.has(value) ? below : [...ownFaults(schema, value, path), ...below];
    }
    if (!isFields(value))
        return [];
    return Object.keys(value).flatMap((key) => {
        const member = schemaOf(schema, key);
        return member ? listFaults(member, value[key], open, [...path, key]) : [];
    });
}
function ownFaults(schema, list, path) {
    const type = schema['x-kubernetes-list-type'];
    if (type === 'set')
        return repeated(list, path, list.map(written));
    if (type !== 'map')
        return [];
    const wrong = list.findIndex((item) => item !== null && !isFields(item));
    if (wrong >= 0)
        return [{ kind: 'invalid', path: [...path, wrong], message: 'must be a mapping' }];
    const keys = schema['x-kubernetes-list-map-keys'];
    const names = Array.isArray(keys) ? keys.map(String) : [];
    const identities = list.map((item) => written(names.map((name) => lists_memberOf(item, name))));
    return repeated(list, path, identities, names);
}
function lists_memberOf(item, name) {
    return isFields(item) && Object.hasOwn(item, name) ? item[name] : UNREAD;
}
function repeated(list, path, identities, names) {
    const seen = new Set();
    return identities.flatMap((identity, index) => {
        if (!seen.has(identity)) {
            seen.add(identity);
            return [];
        }
        const item = list[index];
        const words = names ? `the ${names.join(' and ')} ${names.map((name) => lists_shown(item, name)).join(' and ')} stands twice` : 'stands twice';
        return [{ kind: 'duplicate', path: [...path, index], message: words }];
    });
}
function lists_shown(item, name) {
    const member = lists_memberOf(item, name);
    return member === UNREAD ? 'unset' : written(member).slice(0, 80);
}
function written(value) {
    return (JSON.stringify(value, (_, part) => {
        if (typeof part === 'bigint')
            return Number(part);
        return isFields(part) ? lists_sorted(part) : part;
    }) ?? 'unset');
}
function lists_sorted(value) {
    return ['{}', ...Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))];
}

;// CONCATENATED MODULE: ./src/api/crd/rules.ts









const KINDS = { FieldValueRequired: 'required', FieldValueDuplicate: 'duplicate' };
/** What the `x-kubernetes-validations` of a schema have against a new object: there is no old one. */
function ruleFaults(schema, value, open) {
    const judge = new Judge(open);
    if (hasRules(schema))
        judge.value(schema, value, true);
    return judge.faults;
}
class Judge {
    faults = [];
    #open;
    #values = new CelValues();
    #path = [];
    constructor(open) {
        this.#open = open;
    }
    value(schema, value, isWhole = false) {
        if (value === UNREAD || value === null || isPlaceholder(value) || !hasRules(schema))
            return;
        if (!this.#open.has(value)) {
            for (const part of [schema, ...schemasIn(schema, 'allOf')]) {
                for (const rule of schemasIn(part, 'x-kubernetes-validations'))
                    this.#rule(rule, schema, value, isWhole);
            }
        }
        const items = itemsOf(schema);
        if (Array.isArray(value))
            for (const [index, item] of value.entries())
                this.#below(index, items, item);
        else if (isFields(value))
            for (const key of Object.keys(value))
                this.#below(key, schemaOf(schema, key), value[key]);
    }
    #below(key, schema, value) {
        if (!schema)
            return;
        this.#path.push(key);
        this.value(schema, value);
        this.#path.pop();
    }
    #rule(rule, schema, value, isWhole) {
        const { rule: text } = rule;
        if (typeof text !== 'string' || text.trim() === '')
            return;
        const optional = rule.optionalOldSelf === true;
        if (/\boldSelf\b/.test(text) && !optional)
            return;
        const self = rules_attempt(() => this.#values.of(schema, value, isWhole));
        if (self === undefined)
            return;
        const variables = { self, ...(optional ? { oldSelf: cel_values/* Optional */.Xx.none } : {}) };
        if (rules_attempt(() => programOf(text)(variables)) === false)
            this.#add(rule, text, variables);
    }
    #add(rule, text, variables) {
        const { message, messageExpression, fieldPath, reason } = rule;
        const made = typeof messageExpression === 'string' ? rules_attempt(() => programOf(messageExpression)(variables)) : undefined;
        const words = [made, message].find((one) => typeof one === 'string' && one.trim() !== '');
        const below = typeof fieldPath === 'string' ? ((0,model_path/* parsePath */.R)(fieldPath.replace(/^\./, '')) ?? []) : [];
        const kind = (typeof reason === 'string' ? KINDS[reason] : undefined) ?? 'invalid';
        this.faults.push({ kind, path: [...this.#path, ...below], message: typeof words === 'string' ? words : `breaks the rule ${text}` });
    }
}
/** Steps of loops that one rule may take: the server has a budget as well. */
const STEPS = 1_000_000;
// A rule that cannot be evaluated here says nothing.
function rules_attempt(evaluate) {
    try {
        return bounded(STEPS, evaluate);
    }
    catch (error) {
        if (error instanceof cel_values/* CelError */.PW || error instanceof ast/* CompileError */.m)
            return undefined;
        throw error;
    }
}
const programs = new Map();
function programOf(text) {
    let program = programs.get(text);
    if (!program) {
        program = compileExpression(text);
        programs.set(text, program);
    }
    return program;
}
const bearing = new WeakMap();
function hasRules(schema) {
    let found = bearing.get(schema);
    if (found === undefined) {
        found = [schema, ...schemasIn(schema, 'allOf')].some((part) => schemasIn(part, 'x-kubernetes-validations').length > 0);
        found ||= membersOf(schema).some(hasRules);
        bearing.set(schema, found);
    }
    return found;
}
function membersOf(schema) {
    const properties = isSchema(schema.properties) ? Object.values(schema.properties) : [];
    return [...properties, schema.additionalProperties, schema.items].filter(isSchema);
}

;// CONCATENATED MODULE: ./src/api/crd/object.ts













/** What the server has against a custom object, in the order in which it finds out; see apiextensions-apiserver. */
function object_objectFaults(version, metadata, object) {
    const schema = isSchema(version.schema) && isSchema(version.schema.openAPIV3Schema) ? version.schema.openAPIV3Schema : {};
    const own = metadataOf(metadata, object);
    const { value, open } = readJson(object);
    if (!isFields(value))
        return own;
    // Its name is all that rules see of it, and that has been looked at.
    const unknown = prune(schema, value);
    preset(schema, value, open);
    if (hasStatus(version))
        delete value.status;
    const invalid = [
        ...valueFaults(schema, value, open),
        ...embeddedFaults(schema, value, { open, metadata }),
        ...listFaults(schema, value, open),
        ...scaleFaults(version, value),
    ];
    const blocked = unknown.length > 0 || [...own, ...invalid].some(({ kind }) => kind !== 'invalid' && kind !== 'duplicate');
    return [...own, ...unknown, ...invalid, ...(blocked || keeps(schema) ? [] : ruleFaults(schema, value, open))];
}
function metadataOf(metadata, object) {
    const written = memberOf(object, 'metadata');
    if (written instanceof Unsettled || (written === undefined && isOpen(object)))
        return [];
    const decoded = decode_decode(metadata, written === undefined ? {} : { metadata: written });
    return [...decoded.faults, ...check_check(metadata, decoded), ...metadataFaults(decoded, 'dns-subdomain')];
}
function hasStatus({ subresources }) {
    return isSchema(subresources) && subresources.status !== undefined;
}
/** Replicas have to be what a scaler can read. */
function scaleFaults({ subresources }, value) {
    const scale = isSchema(subresources) ? subresources.scale : undefined;
    const path = isSchema(scale) && typeof scale.specReplicasPath === 'string' ? scale.specReplicasPath.split('.').filter(Boolean) : [];
    const replicas = path.reduce((holder, key) => (isFields(holder) ? holder[key] : undefined), value);
    if (typeof replicas !== 'bigint' || (replicas >= 0n && replicas <= 2147483647n))
        return [];
    return [{ kind: 'invalid', path, message: `must be between 0 and 2147483647, not ${replicas}` }];
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./src/api/schemas.ts



// Written by scripts/oracle/record-schemas.ts and scripts/generate.ts. The bundler copies files that are named in just this way.
const SCHEMAS = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)), 'schemas.jsonl');
const OVERLAY = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)), 'embedded-validation.json');
let recorded;
function schemas_read() {
    if (recorded)
        return recorded;
    const [index = '{}', ...lines] = (0,external_node_fs_.readFileSync)(SCHEMAS, 'utf8').split('\n');
    const overlay = JSON.parse((0,external_node_fs_.readFileSync)(OVERLAY, 'utf8'));
    recorded = { index: JSON.parse(index), lines, overlay };
    return recorded;
}
/** The schemas that one minor version of Kubernetes publishes; the nearest we have, where that one is older or newer. */
class Schemas {
    #column;
    version;
    constructor(version) {
        const { versions } = schemas_read().index;
        const found = versions.indexOf(version);
        const newer = minor(version) > minor(versions[0] ?? '');
        this.#column = found >= 0 ? found : newer ? versions.length - 1 : 0;
        this.version = versions[this.#column] ?? version;
    }
    /** The definition of a kind, `apps/v1/Deployment`; undefined where this version does not serve it. */
    kind(name) {
        const { kinds } = schemas_read().index;
        const definition = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
        return definition !== undefined && this.#line(definition) >= 0 ? definition : undefined;
    }
    /** The first minor version that serves a kind, where that is a later one than this; undefined where it is none that we know. */
    servedSince(name) {
        const { kinds, names, versions } = schemas_read().index;
        const definition = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
        const lines = definition === undefined ? undefined : names[definition];
        if (typeof lines !== 'object')
            return undefined;
        const first = lines.findIndex((line) => line >= 0);
        return first > this.#column ? versions[first] : undefined;
    }
    /** Every kind that this version serves. */
    kinds() {
        return Object.keys(schemas_read().index.kinds).filter((name) => this.kind(name) !== undefined);
    }
    definition(name) {
        const line = this.#line(name);
        return line < 0 ? undefined : JSON.parse(schemas_read().lines[line] ?? '{}');
    }
    rules(name) {
        const { overlay } = schemas_read();
        const found = Object.hasOwn(overlay, name) ? overlay[name] : undefined;
        return found?.rules ? { ...found, rules: found.rules.filter((rule) => this.#holds(rule)) } : (found ?? {});
    }
    #holds({ since, until }) {
        const here = minor(this.version);
        return (since === undefined || here >= minor(since)) && (until === undefined || here < minor(until));
    }
    #line(name) {
        const { names } = schemas_read().index;
        const at = Object.hasOwn(names, name) ? names[name] : undefined;
        return (typeof at === 'number' ? at : at?.[this.#column]) ?? -1;
    }
}
function minor(version) {
    return Number(version.split('.')[1] ?? 0);
}

;// CONCATENATED MODULE: ./src/api/shapes.ts
const shapes_NO_RULES = {};
/** Definitions whose types read JSON in a way of their own. */
const OWN = new Map([
    ['io.k8s.apimachinery.pkg.util.intstr.IntOrString', 'int-or-string'],
    ['io.k8s.apimachinery.pkg.api.resource.Quantity', 'quantity'],
    ['io.k8s.apimachinery.pkg.apis.meta.v1.Time', 'time'],
    ['io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime', 'micro-time'],
    ['io.k8s.apimachinery.pkg.apis.meta.v1.Duration', 'duration'],
    ['io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1', 'any'],
    ['io.k8s.apimachinery.pkg.runtime.RawExtension', 'any'],
]);
const CRD = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.';
/** Makes shapes of a version's definitions, each once. */
class Shapes {
    #schemas;
    #structs = new Map();
    constructor(schemas) {
        this.#schemas = schemas;
    }
    of(name) {
        let shape = this.#structs.get(name);
        if (!shape) {
            shape = this.#make(name);
            this.#structs.set(name, shape);
        }
        return shape;
    }
    #make(name) {
        const own = OWN.get(name);
        if (own)
            return { type: own };
        if (name.startsWith(`${CRD}JSONSchemaPropsOr`))
            return this.#either(name.slice(CRD.length));
        // The one object that has no members and takes none.
        if (name === `${CRD}CustomResourceSubresourceStatus`)
            return { type: 'struct', name, fields: new Map(), overlay: {} };
        const schema = this.#schemas.definition(name);
        if (!schema?.properties)
            return schema?.type === 'object' || !schema?.type ? { type: 'any' } : this.#shape(schema, shapes_NO_RULES);
        return this.#struct(name, schema, this.#schemas.rules(name));
    }
    #struct(name, schema, overlay) {
        const required = new Set(schema.required);
        const fields = new Map();
        for (const [key, property] of Object.entries(schema.properties ?? {})) {
            const own = overlay.fields?.[key] ?? shapes_NO_RULES;
            const text = property.type === 'string' && property.format !== 'byte';
            const rules = required.has(key) && text && own.required === undefined && own.default === undefined ? { ...own, required: true } : own;
            fields.set(key, this.#field(property, rules));
        }
        return { type: 'struct', name, fields, overlay };
    }
    #field(schema, rules) {
        let shape;
        const make = () => this.#shape(schema, rules);
        return {
            rules,
            get shape() {
                shape ??= make();
                return shape;
            },
        };
    }
    #shape(schema, rules) {
        if (schema.$ref)
            return this.of(schema.$ref);
        switch (schema.type) {
            case 'string':
                return { type: schema.format === 'byte' ? 'bytes' : schema.format === 'date-time' ? 'time' : 'string' };
            case 'boolean':
            case 'number':
                return { type: schema.type };
            case 'integer':
                return { type: schema.format === 'int64' ? 'int64' : 'int32' };
            case 'array':
                return { type: 'list', items: this.#field(schema.items ?? {}, rules.items ?? shapes_NO_RULES) };
            case 'object':
                if (schema.additionalProperties)
                    return { type: 'map', values: this.#field(schema.additionalProperties, rules.items ?? shapes_NO_RULES) };
                return { type: 'any' };
            default:
                return { type: 'any' };
        }
    }
    #either(name) {
        const struct = this.#field({ $ref: `${CRD}JSONSchemaProps` }, shapes_NO_RULES);
        if (name === 'JSONSchemaPropsOrBool')
            return { type: 'either', struct, boolean: true };
        if (name === 'JSONSchemaPropsOrArray') {
            return {
                type: 'either',
                struct,
                boolean: false,
                list: this.#field({ type: 'array', items: { $ref: `${CRD}JSONSchemaProps` } }, shapes_NO_RULES),
            };
        }
        return { type: 'either', struct, boolean: false, list: this.#field({ type: 'array', items: { type: 'string' } }, shapes_NO_RULES) };
    }
}

;// CONCATENATED MODULE: ./src/api/unknown-kind.ts

/** A kind that one of Kubernetes' own API versions does not have. Versions that are served no longer are said elsewhere. */
function unknownKind({ apiVersion, group, kind }, schemas) {
    const since = schemas.servedSince(`${apiVersion}/${kind}`);
    if (since !== undefined) {
        const message = `${apiVersion} ${kind} is served since Kubernetes ${since}, and not by ${schemas.version}`;
        return [{ kind: 'unsupported', path: ['apiVersion'], message, control: 'manifest-valid-against-schema' }];
    }
    const kinds = schemas.kinds().flatMap((name) => (name.startsWith(`${apiVersion}/`) ? [name.slice(apiVersion.length + 1)] : []));
    const isKnown = schemas.kinds().some((name) => name.startsWith(`${group}/`) && name.endsWith(`/${kind}`));
    if (isKnown || kinds.length === 0 || apiVersion === '' || kind === '')
        return [];
    const suggestion = (0,errors/* nearest */.pA)(kind, kinds);
    return [{ kind: 'unsupported', path: ['kind'], message: `${apiVersion} has no kind ${JSON.stringify(kind.slice(0, 80))}`, suggestion }];
}

;// CONCATENATED MODULE: ./src/api/api.ts










/** Whether objects would be taken by the API server of one version of Kubernetes. */
class Api {
    #schemas;
    #shapes;
    #errors = new WeakMap();
    #definitions;
    #decoded = new WeakMap();
    #customKinds;
    /** `definitions` are the CustomResourceDefinitions in the files; what they define is judged by them. */
    constructor(version, definitions = []) {
        this.#schemas = new Schemas(version);
        this.#shapes = new Shapes(this.#schemas);
        this.#definitions = definitions;
    }
    errorsOf(resource) {
        let errors = this.#errors.get(resource);
        if (!errors) {
            errors = this.#faults(resource).map((fault) => toError(resource, fault));
            this.#errors.set(resource, errors);
        }
        return errors;
    }
    #faults(resource) {
        const definition = this.#schemas.kind(`${resource.apiVersion}/${resource.kind}`);
        if (definition !== undefined) {
            const shape = this.#shapes.of(definition);
            return faultsOf(shape, this.#decode(shape, resource), this.#schemas.rules(definition).name);
        }
        const versions = this.#customVersions(resource);
        if (versions)
            return this.#customFaults(versions, resource);
        return [...unknownKind(resource, this.#schemas), ...this.#labelFaults(resource)];
    }
    // What defines custom kinds is needed for their objects, too.
    #decode(shape, resource) {
        const known = this.#decoded.get(resource);
        if (known)
            return known;
        const decoded = decode_decode(shape, resource.object);
        if (isDefinition(shape))
            this.#decoded.set(resource, decoded);
        return decoded;
    }
    #customVersions(resource) {
        if (this.#definitions.length === 0 || !resource.group.includes('.'))
            return undefined;
        this.#customKinds ??= new CustomKinds(this.#definitions);
        return this.#customKinds.of(resource);
    }
    /** Where several definitions have the version, nobody knows which is installed: it is enough to satisfy one. */
    #customFaults(versions, resource) {
        let first;
        for (const version of versions) {
            const faults = this.#customFaultsBy(version, resource);
            if (faults === undefined || faults.length === 0)
                return this.#labelFaults(resource);
            first ??= faults;
        }
        return first ?? [this.#unserved(resource), ...this.#labelFaults(resource)];
    }
    /** Undefined where the definition would be refused itself, or is not wholly known. */
    #customFaultsBy({ definition, index }, resource) {
        const name = this.#schemas.kind(`${definition.apiVersion}/${definition.kind}`);
        if (name === undefined || this.errorsOf(definition).length > 0)
            return undefined;
        const { value, open } = this.#decode(this.#shapes.of(name), definition);
        const version = versionOf(value, index);
        if (!version || open.has(version))
            return undefined;
        if (version.served !== true)
            return [this.#unserved(resource)];
        try {
            return object_objectFaults(version, metadataOnly(this.#shapes), resource.object);
        }
        catch (error) {
            // A template decides about a default or a value that is allowed.
            if (error instanceof Unsettled)
                return undefined;
            throw error;
        }
    }
    #unserved(resource) {
        const others = this.#customKinds?.others(resource).slice(0, 8) ?? [];
        const message = `is no version that the CustomResourceDefinition of ${resource.kind} serves; it has ${others.join(', ')}`;
        return { kind: 'unsupported', path: ['apiVersion'], message, control: 'manifest-valid-against-schema' };
    }
    // Whatever the kind, its metadata is the same; of kinds whose schema is not known, that is all we can be sure of.
    #labelFaults({ object }) {
        const decoded = decode_decode(metadataOnly(this.#shapes), object);
        return check_check(metadataOnly(this.#shapes), decoded).filter((fault) => fault.control === 'label-values-valid');
    }
}
function metadataOnly(shapes) {
    const metadata = { shape: shapes.of('io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta'), rules: {} };
    return { type: 'struct', name: '', fields: new Map([['metadata', metadata]]), overlay: {} };
}
function faultsOf(shape, decoded, name) {
    return [...decoded.faults, ...check_check(shape, decoded), ...metadataFaults(decoded, name), ...definitionFaults(shape, decoded)];
}
function toError(resource, { kind, path, message, suggestion = '', control = '' }) {
    const error = { kind, path: api_written(path), message, suggestion, control };
    return withOrigin(error, placeOf(resource, path));
}
const CONTAINERS = new Set(['containers', 'initContainers', 'ephemeralContainers']);
/** The deepest place on the way that exists; a container is pointed at by its name. */
function placeOf(resource, path) {
    let origin = originOf(resource.object) ?? resource.origin;
    for (const [index, step] of path.entries()) {
        const next = origin.child(step);
        if (!next) {
            const isContainer = typeof path[index - 1] === 'number' && CONTAINERS.has(String(path[index - 2]));
            return (isContainer ? origin.child('name') : undefined) ?? origin;
        }
        origin = next;
    }
    return origin;
}
function api_written(path) {
    return path
        .map((step) => (typeof step === 'number' ? `[${step}]` : /^[\w$-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
        .join('')
        .replace(/^\./, '');
}

;// CONCATENATED MODULE: ./src/engine/applies.ts
const IMAGE_VARIANTS = ['pod', 'kustomization'];
/** Subjects by scope and by what `kinds` and `in` ask for, so that a rule meets only those it is about. */
class SubjectIndex {
    #groups = new Map();
    constructor(subjects, placing) {
        for (const [scope, all] of subjects)
            this.#groups.set(scope, groupBy(scope, all, placing));
    }
    /** In the order in which they were collected, kind by kind. */
    *of(rule) {
        for (const members of this.#groups.get(rule.scope)?.values() ?? []) {
            const [first] = members;
            if (first && applies(rule, first.subject))
                yield* members;
        }
    }
}
function groupBy(scope, subjects, placing) {
    const groups = new Map();
    for (const subject of subjects) {
        const placed = placing.place(subject);
        if (placed.targets.length === 0)
            continue;
        const key = scope === 'image' ? subject.variant : `${kindOf(subject)}.${subject.group ?? '-'}`;
        const group = groups.get(key);
        if (group)
            group.push(placed);
        else
            groups.set(key, [placed]);
    }
    return groups;
}
function kindOf(subject) {
    return subject.resource?.kind ?? subject.variant;
}
/** Whether a rule's `in` and `kinds` take in a subject of its scope. */
function applies(rule, subject) {
    if (rule.scope === 'image') {
        const variants = rule.in.length > 0 ? rule.in : IMAGE_VARIANTS;
        if (!variants.includes(subject.variant))
            return false;
    }
    return rule.kinds.length === 0 || rule.kinds.some((pattern) => matchesKind(pattern, kindOf(subject), subject.group));
}
function matchesKind(pattern, kind, group) {
    if (pattern === '*')
        return true;
    const dot = pattern.indexOf('.');
    if (dot < 0)
        return pattern === kind && (group === undefined || isKubernetesOwn(group));
    const name = pattern.slice(0, dot);
    return pattern.slice(dot + 1) === group && (name === '*' || name === kind);
}
// Groups without a dot are Kubernetes' first ones, and *.k8s.io is reserved for it (KEP-1111); *.x-k8s.io is not.
function isKubernetesOwn(group) {
    return !group.includes('.') || group.endsWith('.k8s.io');
}

;// CONCATENATED MODULE: ./src/model/position.ts
/** A file's text with its path relative to the root; turns offsets into places. The byte-order mark is not part of the text. */
class Source {
    path;
    text;
    #starts;
    constructor(path, text) {
        this.path = path;
        this.text = text;
    }
    place(span) {
        const from = this.#lineOf(span.start);
        const to = this.#lineOf(Math.max(span.start, span.end));
        return {
            file: this.path,
            line: from + 1,
            column: span.start - this.#start(from) + 1,
            endLine: to + 1,
            endColumn: Math.max(span.start, span.end) - this.#start(to) + 1,
        };
    }
    /** The text of line `line` (from 1) without its line break; undefined past the end. */
    line(line) {
        const starts = this.#lines();
        if (line < 1 || line > starts.length)
            return undefined;
        return this.text.slice(this.#start(line - 1), starts[line] ?? this.text.length).replace(/\r?\n$|\r$/, '');
    }
    #start(index) {
        return this.#lines()[index] ?? 0;
    }
    // A line ends at \n, \r\n or a lone \r: YAML and editors agree on these three.
    #lines() {
        if (this.#starts)
            return this.#starts;
        const starts = [0];
        const text = this.text;
        for (let at = 0; at < text.length; at++) {
            const code = text.charCodeAt(at);
            if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10))
                starts.push(at + 1);
        }
        this.#starts = starts;
        return starts;
    }
    #lineOf(offset) {
        const starts = this.#lines();
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
/** The place of what concerns the repository as a whole; reporters print no place for it. */
const repositoryPlace = { file: '.', line: 1, column: 1, endLine: 1, endColumn: 1 };

;// CONCATENATED MODULE: ./src/engine/locate.ts



/**
 * The first of the paths that exists; else the deepest existing ancestor of the first. Throws `Unsettled` when the value that is
 * pointed at, or whether it exists, is not settled by the files.
 */
function locate(ground, at) {
    let first;
    for (const text of at) {
        const path = pathOf(text);
        if (!path)
            continue;
        const walked = walkPath(ground, path);
        if (walked.found && walked.origin)
            return located(ground, walked, text);
        first ??= { walk: walked, text };
    }
    return first ? located(ground, first.walk, first.text) : located(ground, base(ground.subject.value, ground.subject.origin), '');
}
const paths = new Map();
/** Remembers its answers: paths come from rules, so there are few. */
function pathOf(text) {
    if (!paths.has(text))
        paths.set(text, (0,model_path/* parsePath */.R)(text));
    return paths.get(text);
}
/** The value at a path, for `each`. Throws `Unsettled`. */
function resolve(ground, path) {
    const { found, value, origin } = walkPath(ground, path);
    return found ? { value, origin } : { value: undefined, origin };
}
// With an item the variables are inherited, and a getter of theirs that keeps something private must be asked of themselves.
function locate_variable({ variables }, name) {
    const own = name === 'item' || !Object.hasOwn(variables, 'item') ? variables : Object.getPrototypeOf(variables);
    return own[name];
}
function walkPath(ground, path) {
    const [name, ...rest] = path;
    if (typeof name === 'string' && name in ground.variables) {
        const value = locate_variable(ground, name);
        return walk(base(value, name === 'item' ? ground.itemOrigin : undefined), rest);
    }
    return walk(base(ground.subject.value, ground.subject.origin), path);
}
function base(value, known) {
    const origin = known ?? originOf(value);
    return { found: true, value, origin, anchor: origin?.anchor, atBase: true };
}
// Stops at what is missing: then the result is the deepest member that exists.
function walk({ value: from, origin: start, anchor: above }, path) {
    let value = from;
    // Of the value itself; what our own readers derive has none, though what holds it may.
    let own = start;
    let origin = start;
    let anchor = above;
    let atBase = true;
    for (const part of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
            return { found: false, value, origin, anchor, atBase };
        // Reading is what throws `Unsettled`.
        const next = value[part];
        if (next === undefined)
            return { found: false, value, origin, anchor, atBase };
        own = own?.child(part) ?? originOf(next);
        value = next;
        anchor = own?.anchor ?? anchor;
        atBase &&= own === undefined;
        origin = own ?? origin;
    }
    return { found: true, value, origin, anchor, atBase };
}
function located(ground, walk, path) {
    const { anchor } = walk;
    const origin = walk.origin ?? ground.itemOrigin ?? ground.subject.origin;
    if (!origin)
        return { place: repositoryPlace, related: [], path };
    const named = walk.atBase && ground.subject.container !== undefined ? origin.child('name') : undefined;
    const related = anchor && anchor !== origin ? [{ ...start(keyOf(anchor)), message: 'it is written here' }] : [];
    return { place: keyOf(named ?? origin), related, path };
}
function start(place) {
    return { file: place.file, line: place.line, column: place.column };
}
/** The place of a value's key: one line, and inside the file whatever the span says. */
function keyOf(origin) {
    return origin.source.place(oneLine(origin.source, origin.key));
}
function oneLine({ text }, span) {
    const from = Math.max(0, span.start);
    const start = from < text.length && text.charCodeAt(from) > SPACE ? from : inside(text, from);
    const end = Math.min(Math.max(start, span.end), text.length);
    const stop = text.slice(start, end).search(/[\r\n]/);
    return { start, end: stop < 0 ? end : start + stop };
}
const SPACE = 32;
// A file's last line ends before its line break, and between the two halves of a line break there is no column.
function inside(text, offset) {
    const start = Math.min(offset, Math.max(0, text.trimEnd().length - 1));
    return start > 0 && text.startsWith('\r\n', start - 1) ? start - 1 : start;
}

;// CONCATENATED MODULE: ./src/engine/plain.ts
// Controls, format characters (some turn the text around: Trojan Source, CVE-2021-42574), line separators, lone surrogates.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu;
// Nearly every text is this already: printable ASCII words with single spaces.
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** Text from a scanned file made fit for one line of any report, of at most `limit` UTF-16 units. */
function plain(text, limit) {
    if (text.length <= limit && PLAIN.test(text))
        return text;
    const line = text
        .slice(0, limit * 4)
        .replace(HIDDEN, ' ')
        .trim();
    if (line.length <= limit)
        return line;
    const cut = line.slice(0, limit - 1);
    // Half of a surrogate pair is no character.
    return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

;// CONCATENATED MODULE: ./src/engine/items.ts



/** What `each` names: a path below the subject or a variable, or any CEL list. A path that does not exist has no items. */
function items_itemsOf(rule, each, ground) {
    const path = pathOf(each);
    // Parameters are seen by expressions alone.
    if (path && path[0] !== 'params') {
        const { value, origin } = resolve(ground, path);
        return value === undefined ? [] : toItems(value, origin);
    }
    const list = rule.each?.(ground.variables);
    return toItems(list, originOf(list));
}
function toItems(list, origin) {
    if (!Array.isArray(list))
        throw new TypeError('each is not a list');
    const items = [];
    for (let index = 0; index < list.length; index++)
        items.push(toItem(list, index, origin?.child(index)));
    return items;
}
function toItem(list, index, origin) {
    try {
        const value = list[index];
        return { value, origin: origin ?? originOf(value) };
    }
    catch (error) {
        return { value: undefined, origin, error };
    }
}
/** The item as a subject of its own, in the scopes whose subject is only where the items are found. */
function itemSubject(subject, item) {
    const named = item.value;
    const file = item.origin?.source.path ?? items_text(named, 'file') ?? subject.file;
    const label = ['label', 'name', 'reference', 'path'].map((key) => items_text(named, key)).find((name) => name !== undefined);
    return {
        ...subject,
        origin: item.origin,
        file,
        label: plain(label ?? (typeof item.value === 'string' ? item.value : file), 200),
        value: item.value,
    };
}
function items_text(value, key) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
        return undefined;
    try {
        const found = value[key];
        return typeof found === 'string' && found !== '' ? found : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/model/written.ts
const WRITTEN = Symbol('written');
/**
 * What stands in the file below a template's conditions and insertions: members that may be absent are there, and lists and
 * mappings that a template may add to are closed. For finding subjects; what decides reads the value itself.
 */
function written_written(value) {
    return typeof value === 'object' && value !== null ? (value[WRITTEN] ?? value) : value;
}
function withWritten(value, plain) {
    return Object.defineProperty(value, WRITTEN, { value: plain, enumerable: false });
}

;// CONCATENATED MODULE: ./src/engine/shown.ts


const shown_LONGEST = 80;
/**
 * Variables for a message: what is not settled reads as it is written, `{{ .Chart.Name }}`. Only for texts that people read; what
 * decides reads the variables themselves.
 */
function shown_shown(given) {
    if (typeof given !== 'object' || given === null)
        return given;
    const value = written_written(given);
    // Not the value itself as target: what is frozen would have to be handed out as it is.
    const target = Array.isArray(value) ? [] : {};
    const read = (name) => legible(() => Reflect.get(value, name));
    return new Proxy(target, {
        get: (_, name) => (typeof name === 'symbol' ? Reflect.get(value, name) : read(name)),
        has: (_, name) => Reflect.has(value, name),
        ownKeys: () => Reflect.ownKeys(value),
        getOwnPropertyDescriptor: (held, name) => {
            if (typeof name === 'symbol' || Object.hasOwn(held, name))
                return Reflect.getOwnPropertyDescriptor(held, name);
            return Object.hasOwn(value, name) ? { configurable: true, enumerable: true, writable: true, value: read(name) } : undefined;
        },
    });
}
function legible(read) {
    try {
        return shown_shown(read());
    }
    catch (error) {
        if (!(error instanceof Unsettled) || !error.origin)
            throw error;
        const { source, span } = error.origin;
        const text = source.text.slice(span.start, span.end);
        return text.length > shown_LONGEST ? `${text.slice(0, shown_LONGEST - 1)}…` : text.replace(/^["']|["']$/g, '');
    }
}

;// CONCATENATED MODULE: ./src/engine/evaluate.ts






/** Longest message of a finding; GitHub cuts annotations at 4,096 characters, and people read less. */
const MESSAGE = 500;
const NONE = [];
const PASSES = { passes: true };
/**
 * What a rule says of a subject: nothing where its `when` is false, one judgement, or one for each item of `each` in the scopes
 * `repository` and `namespace`, whose items are subjects themselves. Never throws for what a file holds.
 */
function evaluate_judge(rule, subject) {
    const ground = { subject, variables: subject.variables };
    try {
        if (rule.when && rule.when(ground.variables) !== true)
            return NONE;
        if (rule.evidence)
            return [weighEvidence(rule, rule.evidence, ground)];
        if (rule.rule.each === undefined)
            return [toJudgement(rule, subject, [decide(rule, ground)])];
        const items = items_itemsOf(rule, rule.rule.each, ground);
        if (subject.scope !== 'repository' && subject.scope !== 'namespace') {
            return [
                toJudgement(rule, subject, items.map((item) => decideItem(rule, ground, item))),
            ];
        }
        return items.map((item) => {
            const own = itemSubject(subject, item);
            return toJudgement(rule, own, [decideItem(rule, { ...ground, subject: own }, item)]);
        });
    }
    catch (error) {
        return [toJudgement(rule, subject, [{ unknown: unknownAt(rule, ground, error) }])];
    }
}
const evaluate_frames = new WeakMap();
/**
 * The variables with `item`. They are inherited, not copied, since some are getters that cost; and there is one such object for each
 * subject, since making it costs more than an evaluation. So it holds until the next item is asked for.
 */
function evaluate_withItem(variables, item) {
    let frame = evaluate_frames.get(variables);
    if (!frame) {
        frame = Object.create(variables);
        evaluate_frames.set(variables, frame);
    }
    frame.item = item;
    return frame;
}
function decideItem(rule, ground, item) {
    const own = { subject: ground.subject, variables: evaluate_withItem(ground.variables, item.value), itemOrigin: item.origin };
    return item.error === undefined ? decide(rule, own) : { unknown: unknownAt(rule, own, item.error) };
}
function decide(rule, ground) {
    try {
        if (rule.require?.(ground.variables) === true)
            return PASSES;
        const { place, related, path } = locate(ground, rule.rule.at.length > 0 ? rule.rule.at : defaultAt(ground));
        return { offence: { ...place, message: messageOf(rule, ground), related, path, identity: identityOf(path, ground) } };
    }
    catch (error) {
        return { unknown: unknownAt(rule, ground, error) };
    }
}
function defaultAt(ground) {
    return 'item' in ground.variables ? ['item'] : NONE;
}
function messageOf(rule, ground) {
    const text = messageIn(rule, ground.variables) ?? messageIn(rule, shownVariables(ground.variables));
    // A title says what holds where the rule passes.
    return plain(text ?? `not so here: ${rule.rule.title}`, MESSAGE);
}
function messageIn(rule, variables) {
    try {
        const text = rule.message(variables);
        return typeof text === 'string' && text.trim() !== '' ? text : undefined;
    }
    catch {
        return undefined;
    }
}
function shownVariables(variables) {
    if (!Object.hasOwn(variables, 'item'))
        return shown_shown(variables);
    return evaluate_withItem(shown_shown(Object.getPrototypeOf(variables)), shown_shown(variables.item));
}
function identityOf(path, ground) {
    if (!('item' in ground.variables))
        return path;
    return `${path}|${nameOf(ground.variables.item)}`;
}
// What tells an item from its neighbours and stays when the file changes around it.
function nameOf(item) {
    if (typeof item !== 'object' || item === null)
        return String(item);
    for (const key of ['name', 'key', 'path', 'reference', 'message', 'mountPath', 'containerPort', 'port']) {
        try {
            const value = Object.hasOwn(item, key) ? item[key] : undefined;
            if (typeof value === 'string' || typeof value === 'bigint')
                return String(value);
        }
        catch {
            // Not settled: the next key.
        }
    }
    return '';
}
function weighEvidence(rule, evidence, ground) {
    const found = evidence(ground.variables);
    const shown = Array.isArray(found) ? found.slice(0, 10).map((item) => shownEvidence(rule, ground, item)) : NONE;
    if (shown.length > 0)
        return { rule, subject: ground.subject, answer: 'pass', offences: NONE, evidence: shown };
    return toJudgement(rule, ground.subject, [decide({ ...rule, require: undefined }, ground)]);
}
function shownEvidence(rule, ground, item) {
    const origin = originOf(item);
    const { file, line } = origin ? keyOf(origin) : evaluate_placeOf(ground.subject);
    return { file, line, what: whatOf(rule, ground, item) };
}
function whatOf(rule, ground, item) {
    try {
        const text = rule.what?.(evaluate_withItem(ground.variables, item));
        if (typeof text === 'string' && text.trim() !== '')
            return plain(text, MESSAGE);
    }
    catch {
        // As with messages.
    }
    return plain(nameOf(item) || rule.rule.title, MESSAGE);
}
function unknownAt(rule, ground, error) {
    const unsettled = unsettledIn(error);
    if (unsettled)
        return { ...whereUnsettled(rule, ground, unsettled.origin), reason: plain(unsettled.reason, MESSAGE) };
    const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { ...whereUnsettled(rule, ground, undefined), reason: plain(`could not be evaluated: ${words}`, 200) };
}
function unsettledIn(error) {
    if (error instanceof Unsettled)
        return error;
    return error instanceof Error && error.cause instanceof Unsettled ? error.cause : undefined;
}
function whereUnsettled(rule, ground, origin) {
    if (origin)
        return keyOf(origin);
    try {
        return locate(ground, rule.rule.at).place;
    }
    catch (error) {
        const nested = unsettledIn(error)?.origin;
        return nested ? keyOf(nested) : evaluate_placeOf(ground.subject);
    }
}
/** Whether a rule has anything to say of a subject; also where that is not settled. */
function concerns(rule, subject) {
    try {
        return rule.when === undefined || rule.when(subject.variables) === true;
    }
    catch {
        return true;
    }
}
/** Where a subject begins. */
function evaluate_placeOf(subject) {
    return subject.origin ? keyOf(subject.origin) : { ...repositoryPlace, file: subject.file };
}
function toJudgement(rule, subject, answers) {
    const offences = [];
    let unknown;
    for (const answer of answers) {
        if ('offence' in answer)
            offences.push(answer.offence);
        else if ('unknown' in answer)
            unknown ??= answer.unknown;
    }
    const answer = offences.length > 0 ? 'fail' : unknown ? 'unknown' : 'pass';
    return { rule, subject, answer, offences, unknown, evidence: NONE };
}

;// CONCATENATED MODULE: ./src/engine/parsed.ts

/** Decided by the parsers and not by an expression: its subjects are files, broken ones too. */
const MANIFEST_PARSES = 'manifest-parses';
/**
 * What reading the files says of a rule: `manifest-parses` is judged by its faults alone, and what could not be judged at all is a
 * failing subject of the rule that the problem names. A problem is reported as such, so it has no offence of its own.
 */
function judgeReading(rule, sources) {
    const problems = new Set(sources.problems.filter((problem) => problem.rule === rule.rule.id).map((problem) => problem.file));
    const read = rule.rule.id === MANIFEST_PARSES ? sources.manifests.filter(({ source }) => !problems.has(source.path)) : [];
    const judged = read.map((file) => judgeFile(rule, file));
    for (const file of problems)
        judged.push({ rule, subject: fileSubject(file), answer: 'fail', offences: [], evidence: [] });
    return judged;
}
function judgeFile(rule, { source, faults }) {
    const offences = faults
        .filter((fault) => fault.answer === 'fail')
        .map(({ answer: _, message, ...place }) => ({
        ...place,
        message: plain(message, 500),
        related: [],
        path: '',
        identity: plain(message, 500),
    }));
    const open = faults.find((fault) => fault.answer === 'unknown');
    const unknown = open && { ...open, reason: plain(open.message, 500) };
    const answer = offences.length > 0 ? 'fail' : unknown ? 'unknown' : 'pass';
    return { rule, subject: fileSubject(source.path), answer, offences, unknown, evidence: [] };
}
function fileSubject(file) {
    return {
        scope: 'repository',
        origin: undefined,
        file,
        resource: undefined,
        container: undefined,
        workload: undefined,
        label: plain(file, 200),
        value: undefined,
        variables: {},
        variant: 'file',
        group: undefined,
    };
}

;// CONCATENATED MODULE: ./src/engine/tally.ts

/** At most this many passing subjects are named for an auditor to follow. */
const SHOWN = 10;
function noCounts() {
    return { passed: 0, failed: 0, unknown: 0, waived: 0 };
}
/** A control is decided by any subject that passes or fails; waived and unknown ones leave it open. */
function statusOf(counts) {
    if (counts.failed > 0)
        return 'fail';
    if (counts.passed > 0)
        return 'pass';
    if (counts.unknown > 0)
        return 'unknown';
    return counts.waived > 0 ? 'waived' : 'not-applicable';
}
/** Gathers one control's judgements: what passes is counted and forgotten, the rest is kept. */
class Tally {
    rule;
    /** Each subject once. */
    counts = noCounts();
    byTarget;
    /** Judgements with offences, waived ones too, with the targets they lie in. */
    failures = [];
    unknowns = [];
    /** Decided subjects in each workload in which some failed. */
    decidedIn = new Map();
    #evidence = [];
    constructor(rule, targets) {
        this.rule = rule;
        this.byTarget = Array.from({ length: targets }, noCounts);
    }
    add(judgement, { targets, workload }, workloads) {
        const answer = ANSWERS[judgement.answer];
        this.counts[answer]++;
        for (const target of targets)
            this.byTarget[target][answer]++;
        if (judgement.answer === 'pass')
            this.#pass(judgement);
        else if (judgement.answer !== 'unknown')
            this.failures.push({ judgement, targets, workload });
        if (judgement.unknown)
            this.unknowns.push(judgement.unknown);
        if (workload >= 0)
            workloads.count(workload, judgement.answer);
    }
    /** A switched-off control that would have applied here. */
    addSwitchedOff({ targets }) {
        this.counts.waived++;
        for (const target of targets)
            this.byTarget[target].waived++;
    }
    get evidence() {
        return statusOf(this.counts) === 'pass' ? [...this.#evidence].sort(tally_byPlace) : [];
    }
    #pass(judgement) {
        if (this.#evidence.length >= SHOWN)
            return;
        if (judgement.evidence.length > 0)
            this.#evidence.push(...judgement.evidence);
        else {
            const { file, line } = evaluate_placeOf(judgement.subject);
            this.#evidence.push({ file, line, what: judgement.subject.label });
        }
    }
}
const ANSWERS = { pass: 'passed', fail: 'failed', unknown: 'unknown', waived: 'waived' };
function tally_byPlace(a, b) {
    return compare(a.file, b.file) || a.line - b.line || compare(a.what, b.what);
}
/** By UTF-16 code units: the same everywhere, whatever the locale. */
function compare(a, b) {
    return a === b ? 0 : a < b ? -1 : 1;
}

// EXTERNAL MODULE: ./src/model/rule.ts
var model_rule = __webpack_require__(1799);
;// CONCATENATED MODULE: ./src/engine/workloads.ts

/**
 * What each workload scores at each stage, over the controls whose subjects lie in it. Controls come one after the other, so that
 * two numbers for each workload and stage are all that is kept.
 */
class WorkloadScores {
    #passed;
    #failed;
    #touched = [];
    #weight;
    #gained;
    constructor(workloads) {
        this.#passed = new Uint32Array(workloads);
        this.#failed = new Uint32Array(workloads);
        this.#weight = Array.from({ length: 6 }, () => new Float64Array(workloads));
        this.#gained = Array.from({ length: 6 }, () => new Float64Array(workloads));
    }
    count(workload, answer) {
        if (answer !== 'pass' && answer !== 'fail')
            return;
        if (this.#passed[workload] === 0 && this.#failed[workload] === 0)
            this.#touched.push(workload);
        const counts = answer === 'pass' ? this.#passed : this.#failed;
        counts[workload] = (counts[workload] ?? 0) + 1;
    }
    /** All subjects of one control have been counted. Says how many were decided in each workload in which some failed. */
    close(rule) {
        const decidedIn = new Map();
        const weight = this.#weight[rule.stage];
        const gained = this.#gained[rule.stage];
        for (const workload of this.#touched) {
            const passed = this.#passed[workload] ?? 0;
            const decided = passed + (this.#failed[workload] ?? 0);
            if (decided > passed)
                decidedIn.set(workload, decided);
            if (weight)
                weight[workload] = (weight[workload] ?? 0) + model_rule/* WEIGHT */.X[rule.severity];
            if (gained)
                gained[workload] = (gained[workload] ?? 0) + (model_rule/* WEIGHT */.X[rule.severity] * passed) / decided;
            this.#passed[workload] = 0;
            this.#failed[workload] = 0;
        }
        this.#touched = [];
        return decidedIn;
    }
    /** Weight of the decided controls, and how much of it the workload holds. */
    of(workload, stage) {
        return { weight: this.#weight[stage]?.[workload] ?? 0, gained: this.#gained[stage]?.[workload] ?? 0 };
    }
}

;// CONCATENATED MODULE: ./src/engine/assess.ts





function assess(controls, material) {
    const index = new SubjectIndex(material.subjects, material.placing);
    const workloads = new WorkloadScores(material.placing.workloads.length);
    const tallies = controls.map((control) => tally(control, material, index, workloads));
    return { tallies, workloads };
}
function tally({ compiled, off }, material, index, workloads) {
    const { placing, agents, sources } = material;
    const sum = new Tally(compiled.rule, material.targets);
    const add = (found, placed) => {
        for (const judgement of found) {
            const own = judgement.subject === placed.subject ? placed : placing.place(judgement.subject);
            if (own.targets.length === 0)
                continue;
            if (off)
                sum.addSwitchedOff(own);
            else
                sum.add(agents.waive(judgement), own, workloads);
        }
    };
    for (const judgement of judgeReading(compiled, sources))
        add([judgement], placing.place(judgement.subject));
    if (compiled.rule.id !== MANIFEST_PARSES) {
        for (const placed of index.of(compiled.rule)) {
            if (!off)
                add(evaluate_judge(compiled, placed.subject), placed);
            else if (concerns(compiled, placed.subject))
                sum.addSwitchedOff(placed);
        }
    }
    sum.decidedIn = workloads.close(compiled.rule);
    return sum;
}

;// CONCATENATED MODULE: ./src/subjects/image-reference.ts
const COMPONENT = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,253}[a-zA-Z0-9])?';
const DOMAIN = new RegExp(`^(?:${COMPONENT}(?:\\.${COMPONENT})*|\\[[a-fA-F0-9:]{2,45}\\])(?::[0-9]+)?$`);
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,512}$/;
const IDENTIFIER = /^[a-f0-9]{64}$/;
/** Hexadecimal digits by algorithm; runtimes refuse any other algorithm. */
const LENGTHS = { sha256: 64, sha384: 96, sha512: 128, blake3: 64 };
/** Registries limit a repository's name to 255 characters; a digest and a tag are added to it. */
const image_reference_LONGEST = 255 + 1 + 128 + 1 + 640;
function parseImage(reference) {
    return split(reference) ?? { reference, valid: false, registry: '', repository: '', name: '', tag: '', digest: '' };
}
function split(reference) {
    if (reference.length > image_reference_LONGEST || IDENTIFIER.test(reference))
        return undefined;
    const at = reference.indexOf('@');
    const digest = at < 0 ? '' : reference.slice(at + 1);
    const named = at < 0 ? reference : reference.slice(0, at);
    // A colon before the last slash belongs to the registry's port.
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    const tag = colon < 0 ? '' : named.slice(colon + 1);
    if (colon >= 0 && !TAG.test(tag))
        return undefined;
    const { registry, repository } = normalise(colon < 0 ? named : named.slice(0, colon));
    if (!DOMAIN.test(registry) || repository.length > 255)
        return undefined;
    if (!repository.split('/').every((part) => PATH_COMPONENT.test(part)))
        return undefined;
    // What is wrong with a digest leaves the rest readable.
    return { reference, valid: at < 0 || validDigest(digest), registry, repository, name: `${registry}/${repository}`, tag, digest };
}
// The first component is a registry only when it looks like one: has a dot, a port or an upper-case letter, or is localhost.
function normalise(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first.toLowerCase() !== first);
    const registry = isRegistry && first !== 'index.docker.io' ? first : 'docker.io';
    const repository = isRegistry ? name.slice(slash + 1) : name;
    const official = registry === 'docker.io' && !repository.includes('/');
    return { registry, repository: official ? `library/${repository}` : repository };
}
function validDigest(digest) {
    if (!DIGEST.test(digest))
        return false;
    const [algorithm = '', hex = ''] = digest.split(':');
    const length = Object.hasOwn(LENGTHS, algorithm) ? LENGTHS[algorithm] : undefined;
    return hex.length === length && hex === hex.toLowerCase();
}

;// CONCATENATED MODULE: ./src/engine/node-agents.ts

const WAIVER = {
    by: 'node agent',
    reason: 'a DaemonSet of a known node agent needs the node it watches or serves',
    owner: '',
    expires: null,
};
/** Waives what a node agent cannot do without: listed with its reason, never silent. */
class NodeAgents {
    #known;
    #decided = new WeakMap();
    constructor(repositories) {
        this.#known = new Set(repositories);
    }
    waive(judgement) {
        if (judgement.answer !== 'fail' || !judgement.rule.rule.waivedFor.includes('node-agent'))
            return judgement;
        if (!this.#isNodeAgent(judgement.subject))
            return judgement;
        return { ...judgement, answer: 'waived', offences: judgement.offences.map((offence) => ({ ...offence, waived: WAIVER })) };
    }
    #isNodeAgent(subject) {
        const object = subject.variables.object;
        if (subject.resource?.kind !== 'DaemonSet' || subject.group !== 'apps' || typeof object !== 'object' || object === null)
            return false;
        const decided = this.#decided.get(object) ?? this.#decide(object);
        this.#decided.set(object, decided);
        return decided;
    }
    #decide(daemonSet) {
        const images = imagesOf(daemonSet);
        return images !== undefined && images.length > 0 && images.every((image) => this.#known.has(parseImage(image).repository));
    }
}
// Undefined where an image is not settled: then nothing is known of it.
function imagesOf(daemonSet) {
    try {
        const spec = node_agents_member(node_agents_member(node_agents_member(daemonSet, 'spec'), 'template'), 'spec');
        return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((key) => {
            const containers = node_agents_member(spec, key);
            return Array.isArray(containers) ? containers.map((container) => String(node_agents_member(container, 'image') ?? '')) : [];
        });
    }
    catch {
        return undefined;
    }
}
function node_agents_member(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? value[key] : undefined;
}

;// CONCATENATED MODULE: ./src/engine/placing.ts

/** Puts subjects into targets by the path of their file. What belongs to the repository as a whole is shared by all targets. */
class Placing {
    #matches;
    #isSubject;
    #everywhere;
    #byFile = new Map();
    #numbers = new Map();
    /** By number. */
    workloads = [];
    constructor(targets, isSubject) {
        this.#matches = targets.map((target) => globMatcher(withPositive(target.paths), { anyDepth: false }));
        this.#everywhere = targets.map((_, index) => index);
        this.#isSubject = isSubject;
        this.#byFile.set('.', this.#everywhere);
    }
    place(subject) {
        return { subject, targets: this.targetsOf(subject.file), workload: this.#workloadOf(subject) };
    }
    targetsOf(file) {
        let targets = this.#byFile.get(file);
        if (!targets) {
            targets = this.#isSubject(file) ? this.#everywhere.filter((index) => this.#matches[index]?.(file)) : [];
            this.#byFile.set(file, targets);
        }
        return targets;
    }
    /** Files that were to be judged and lie in no target, sorted. */
    outside() {
        return [...this.#byFile].flatMap(([file, targets]) => (targets.length === 0 && this.#isSubject(file) ? [file] : [])).sort();
    }
    #workloadOf({ workload, file }) {
        if (workload === undefined)
            return -1;
        // The same name may be deployed from two files: two workloads.
        const key = `${file}\n${workload}`;
        const known = this.#numbers.get(key);
        if (known !== undefined)
            return known;
        const number = this.workloads.push({ name: workload, file, targets: this.targetsOf(file) }) - 1;
        this.#numbers.set(key, number);
        return number;
    }
}
function withPositive(globs) {
    return globs.some((glob) => !glob.startsWith('!')) ? globs : ['.', ...globs];
}

;// CONCATENATED MODULE: ./src/engine/pod-security.ts



/** Decides at which Pod Security level Kubernetes' own admission of one version would take a pod: by its checks, not by findings. */
class PodSecurityLevels {
    #baseline;
    #restricted;
    /** `baseline/privileged` → the rules that say the same. */
    #rules = new Map();
    constructor(checks, { kubernetesVersion, rules }) {
        const held = newest(checks, kubernetesVersion);
        const of = (level) => held.filter((check) => check.level === level).map(toCheck);
        const restricted = of('restricted');
        const overridden = new Set(restricted.flatMap(({ overrides }) => overrides));
        this.#baseline = of('baseline');
        this.#restricted = [...restricted, ...this.#baseline.filter(({ id }) => !overridden.has(id))];
        for (const { rule } of rules) {
            for (const alias of rule.aliases.pss ?? [])
                this.#rules.set(alias, [...(this.#rules.get(alias) ?? []), rule.id]);
        }
    }
    /** One entry for each workload, in the order of files and lines. */
    of(pods) {
        return pods.flatMap((pod) => this.#levelOf(pod) ?? []).sort((a, b) => compare(a.file, b.file) || a.line - b.line);
    }
    #levelOf(subject) {
        if (!subject.resource || !subject.origin)
            return undefined;
        const variables = podVariables(subject);
        const restricted = ask(this.#restricted, variables);
        const baseline = restricted.answer === 'pass' ? restricted : ask(this.#baseline, variables);
        const { file, line } = keyPlace(subject.origin);
        const level = restricted.answer === 'fail' && baseline.answer === 'pass' ? 'baseline' : LEVELS[worse(restricted.answer, baseline.answer)];
        return { file, line, resource: subject.resource, level, blockedBy: this.#blockers(level, baseline.failing, restricted.failing) };
    }
    #blockers(level, baseline, restricted) {
        const named = (at, failing) => failing.flatMap((id) => this.#rules.get(`${at}/${id}`) ?? []);
        const blockers = level === 'privileged' ? named('baseline', baseline) : level === 'baseline' ? named('restricted', restricted) : [];
        // A restricted profile also holds what baseline asks.
        const more = level === 'baseline' ? named('baseline', restricted) : [];
        return [...new Set([...blockers, ...more])].sort();
    }
}
const LEVELS = { pass: 'restricted', fail: 'privileged', unknown: 'unknown' };
function worse(restricted, baseline) {
    if (restricted === 'pass')
        return 'pass';
    return baseline === 'fail' ? 'fail' : 'unknown';
}
// Init containers first, then ordinary and ephemeral ones, as Kubernetes visits them.
// Read only when a check asks: what a template decides throws.
function podVariables({ variables }) {
    const { pod } = variables;
    return {
        pod,
        get podMetadata() {
            return variables.podMetadata;
        },
        get containers() {
            const spec = pod;
            return [...(spec.initContainers ?? []), ...(spec.containers ?? []), ...(spec.ephemeralContainers ?? [])];
        },
    };
}
function ask(checks, variables) {
    const failing = [];
    let unknown = false;
    for (const { id, program } of checks) {
        try {
            if (program(variables) !== true)
                failing.push(id);
        }
        catch {
            unknown = true;
        }
    }
    return { answer: failing.length > 0 ? 'fail' : unknown ? 'unknown' : 'pass', failing };
}
function toCheck({ id, overrides, require }) {
    return { id, overrides: overrides ?? [], program: compileExpression(require) };
}
/** Of the entries for one check the newest that holds for the version. */
function newest(checks, version) {
    const held = new Map();
    for (const check of checks) {
        const { since = '1.0', level, id } = check;
        const before = held.get(`${level}/${id}`);
        if (pod_security_minor(since) <= pod_security_minor(version) && (!before || pod_security_minor(before.since ?? '1.0') <= pod_security_minor(since)))
            held.set(`${level}/${id}`, check);
    }
    return [...held.values()];
}
function pod_security_minor(version) {
    return Number(version.split('.')[1] ?? 0);
}

// EXTERNAL MODULE: ./src/model/tool.ts
var tool = __webpack_require__(8515);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/engine/fingerprint.ts

/** Hexadecimal digits; 80 bits keep a million findings apart. */
const LENGTH = 20;
/**
 * What a finding is known by from run to run: its rule, file, resource, container and path, and no line, so that it survives what
 * moves above it. Equal ones of a file are told apart by their order, from 0.
 */
function fingerprint(rule, subject, offence, ordinal) {
    const { resource, container } = subject;
    const owner = resource ? [resource.kind, resource.namespace, resource.name, container ?? ''] : [subject.label];
    const parts = [rule, offence.file, ...owner, offence.identity, String(ordinal)];
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, LENGTH);
}

;// CONCATENATED MODULE: ./src/engine/order.ts


/** `targets` names the targets by number; a finding of the repository as a whole that several share has none. */
function putInOrder(tallies, targets) {
    const drafts = tallies.flatMap(({ rule, failures }) => failures.flatMap(({ judgement, targets: numbers }) => {
        const shared = judgement.subject.file === '.' && numbers.length > 1;
        const target = shared ? '' : (targets[numbers[0] ?? -1] ?? '');
        return judgement.offences.map((offence) => ({ rule, judgement, offence, target }));
    }));
    drafts.sort(order_byPlace);
    return unique(drafts);
}
function unique(drafts) {
    const findings = [];
    const of = new Map();
    const ordinals = new Map();
    let last;
    for (const draft of drafts) {
        if (!last || byWords(last.draft, draft) !== 0) {
            last = { draft, finding: toFinding(draft, ordinals) };
            findings.push(last.finding);
        }
        of.set(draft.offence, last.finding);
    }
    return { findings, of };
}
function toFinding({ rule, judgement, offence, target }, ordinals) {
    const first = fingerprint(rule.id, judgement.subject, offence, 0);
    const ordinal = ordinals.get(first) ?? 0;
    ordinals.set(first, ordinal + 1);
    const { resource, container } = judgement.subject;
    const { message, file, line, column, endLine, endColumn, related, waived } = offence;
    return {
        rule: rule.id,
        stage: rule.stage,
        severity: rule.severity,
        message,
        file,
        line,
        column,
        endLine,
        endColumn,
        ...(resource ? { resource } : {}),
        ...(container === undefined ? {} : { container }),
        target,
        related,
        ...(waived ? { waived } : {}),
        fingerprint: ordinal === 0 ? first : fingerprint(rule.id, judgement.subject, offence, ordinal),
        ...(rule.remedy === '' ? {} : { fix: rule.remedy }),
    };
}
// File, line, column, rule, message: two that agree in all of these are one finding. What is not waived comes first and stays.
function order_byPlace(a, b) {
    return byWords(a, b) || Number(a.offence.waived !== undefined) - Number(b.offence.waived !== undefined);
}
function byWords({ offence: a, rule: one }, { offence: b, rule: two }) {
    return (compare(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compare(one.id, two.id) ||
        compare(a.message, b.message) ||
        compare(a.identity, b.identity));
}
/** What is not settled, in the same order, each said once. */
function unknownsOf(tallies) {
    const all = tallies.flatMap(({ rule, unknowns }) => unknowns.map(({ file, line, reason }) => ({ rule: rule.id, file, line, reason })));
    all.sort(compareUnknown);
    return all.filter((one, index) => index === 0 || compareUnknown(all[index - 1], one) !== 0);
}
function compareUnknown(a, b) {
    return compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule) || compare(a.reason, b.reason);
}

;// CONCATENATED MODULE: ./src/engine/score.ts


/** Rounded down to one decimal. */
function roundDown(score) {
    // Sums of fractions miss whole numbers by less than this: 80 must not become 79.9.
    return Math.floor(score * 10 + 1e-9) / 10;
}
/** Passing among passing and failing subjects; undefined where nothing was decided. */
function ratio({ passed, failed }) {
    return passed + failed === 0 ? undefined : passed / (passed + failed);
}
/** 100 × Σ weight × ratio / Σ weight over the decided controls, rounded down; null where none is decided. */
function scoreOf(controls) {
    let weight = 0;
    let gained = 0;
    for (const { rule, counts } of controls) {
        const share = ratio(counts);
        if (share === undefined)
            continue;
        weight += model_rule/* WEIGHT */.X[rule.severity];
        gained += model_rule/* WEIGHT */.X[rule.severity] * share;
    }
    return weight === 0 ? null : roundDown((100 * gained) / weight);
}
/** Weight of the decided controls and of the applicable ones, which also count those left open. */
function decidedWeight(controls) {
    let decided = 0;
    let applicable = 0;
    for (const { rule, counts } of controls) {
        if (statusOf(counts) === 'not-applicable')
            continue;
        applicable += model_rule/* WEIGHT */.X[rule.severity];
        if (ratio(counts) !== undefined)
            decided += model_rule/* WEIGHT */.X[rule.severity];
    }
    return { decided, applicable };
}

;// CONCATENATED MODULE: ./src/engine/stages.ts


/** The score a practice and a workload needs, whatever the threshold. */
const FLOOR = 50;
function stageResult(input) {
    const { stage, controls } = input;
    const missed = missedFloors(input);
    const count = { passed: 0, failed: 0, unknown: 0, waived: 0, notApplicable: 0 };
    for (const { counts } of controls)
        count[NAMES[statusOf(counts)]]++;
    return {
        stage: stage.stage,
        id: stage.id,
        title: stage.title,
        score: scoreOf(controls),
        met: missed.length === 0,
        missed,
        controls: count,
    };
}
const NAMES = { pass: 'passed', fail: 'failed', unknown: 'unknown', waived: 'waived', 'not-applicable': 'notApplicable' };
/** The highest stage that is met with all below it. */
function reachedStage(stages) {
    let reached = 0;
    for (const { stage, met } of stages) {
        if (!met)
            break;
        reached = stage;
    }
    return reached;
}
function nextStage(reached) {
    return reached === 5 ? null : (reached + 1);
}
function missedFloors({ controls, practices, workloads, threshold }) {
    const score = scoreOf(controls);
    if (score === null)
        return ['too little decided: nothing could be decided at this stage'];
    const missed = [];
    const { decided, applicable } = decidedWeight(controls);
    if (decided * 3 < applicable * 2) {
        missed.push(`too little decided: controls that hold ${decided} of ${applicable} points of weight were decided, and two thirds are needed`);
    }
    if (score < threshold)
        missed.push(`score ${score.toFixed(1)}, and ${threshold} is needed`);
    return [...missed, ...missedPractices(controls, practices), ...missedWorkloads(workloads), ...missedCritical(controls)];
}
function missedPractices(controls, practices) {
    return practices.flatMap(({ id, title }) => {
        const score = scoreOf(controls.filter(({ rule }) => rule.practice === id));
        return score !== null && score < FLOOR ? [`practice ${title} scores ${score.toFixed(1)}, and each practice needs ${FLOOR}`] : [];
    });
}
function missedWorkloads(workloads) {
    const low = [];
    for (const { name, weight, gained } of workloads) {
        const score = weight === 0 ? FLOOR : roundDown((100 * gained) / weight);
        if (score < FLOOR)
            low.push({ name, score });
    }
    const [first] = low.sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1));
    if (!first)
        return [];
    const more = low.length > 1 ? ` (and ${low.length - 1} more below it)` : '';
    return [`workload ${first.name} scores ${first.score.toFixed(1)}, and each workload needs ${FLOOR}${more}`];
}
function missedCritical(controls) {
    const failing = controls.filter(({ rule, counts }) => rule.severity === 'critical' && counts.failed > 0);
    return failing.map(({ rule, counts }) => `critical control ${rule.id} fails for ${counts.failed} ${counts.failed === 1 ? 'subject' : 'subjects'}`);
}

;// CONCATENATED MODULE: ./src/engine/climb.ts


/** A stage as it would be after some edits. Edits are made and taken back; what a stage is met by is asked in between. */
class Climb {
    slope;
    #failed;
    /** Edits that a gap still waits for. */
    #open;
    #gapsOf;
    #gained = new Map();
    #low = 0;
    #critical = 0;
    constructor(slope) {
        this.slope = slope;
        this.#failed = slope.controls.map(({ failed }) => failed);
        this.#open = slope.gaps.map(({ edits }) => edits.length);
        const gapsOf = Array.from({ length: slope.edits }, () => []);
        slope.gaps.forEach(({ edits, control }, gap) => {
            for (const edit of edits)
                gapsOf[edit]?.push(gap);
            if (slope.controls[control]?.critical)
                this.#critical++;
        });
        this.#gapsOf = gapsOf;
        for (const [number, { gained }] of slope.workloads) {
            this.#gained.set(number, gained);
            if (this.isLow(number))
                this.#low++;
        }
    }
    make(edit) {
        for (const gap of this.#gapsOf[edit] ?? []) {
            this.#open[gap] = (this.#open[gap] ?? 0) - 1;
            if (this.#open[gap] === 0)
                this.#turn(gap, 1);
        }
    }
    takeBack(edit) {
        for (const gap of this.#gapsOf[edit] ?? []) {
            if (this.#open[gap] === 0)
                this.#turn(gap, -1);
            this.#open[gap] = (this.#open[gap] ?? 0) + 1;
        }
    }
    #turn(gap, sign) {
        const { control, workload } = this.slope.gaps[gap];
        this.#failed[control] = (this.#failed[control] ?? 0) - sign;
        if (this.slope.controls[control]?.critical)
            this.#critical -= sign;
        if (!workload)
            return;
        const before = this.isLow(workload.number);
        this.#gained.set(workload.number, (this.#gained.get(workload.number) ?? 0) + sign * workload.gain);
        this.#low += Number(this.isLow(workload.number)) - Number(before);
    }
    isLow(workload) {
        const { weight = 0 } = this.slope.workloads.get(workload) ?? {};
        return weight > 0 && roundDown((100 * (this.#gained.get(workload) ?? 0)) / weight) < FLOOR;
    }
    /** Of all controls, or of one practice's; not rounded. */
    score(practice) {
        let weight = 0;
        let gained = 0;
        this.slope.controls.forEach((control, index) => {
            if (control.decided === 0 || (practice !== undefined && control.practice !== practice))
                return;
            weight += control.weight;
            gained += (control.weight * (control.decided - (this.#failed[index] ?? 0))) / control.decided;
        });
        return weight === 0 ? 100 : (100 * gained) / weight;
    }
    isPoor(practice) {
        return roundDown(this.score(practice)) < FLOOR;
    }
    enough() {
        return roundDown(this.score()) >= this.slope.threshold;
    }
    /** Every floor that edits can lift; how much is decided they do not change. */
    met(practices) {
        return this.#critical === 0 && this.#low === 0 && this.enough() && !practices.some((practice) => this.isPoor(practice));
    }
}

;// CONCATENATED MODULE: ./src/engine/edits.ts


/** In these scopes one block of a pod or container (securityContext, resources, …) is written in one go. */
const BLOCKS = new Set(['pod', 'container', 'volume', 'compose-service']);
/** One line of a Dockerfile is rewritten once, whatever is wrong with it. */
const LINES = new Set(['instruction', 'command']);
/**
 * Which edit closes an offence: offences with the same answer are closed by one. Two of the same block of the same container are;
 * so are all pods of a namespace that lack a network policy, and rules about the repository that ask for the same thing.
 */
function editOf(rule, { subject }, offence) {
    const { resource, scope } = subject;
    if (offence.file === '.')
        return `repository ${rule.remedy}`;
    if (rule.practice === 'network-segmentation' && resource && (scope === 'namespace' || BLOCKS.has(scope))) {
        return `network of ${resource.namespace}`;
    }
    if (LINES.has(scope) && subject.origin)
        return edits_at(subject.origin);
    const path = pathOf(offence.path);
    return path ? blockOf(subject, offence, path) : `${offence.file} ${offence.line} ${offence.column} ${rule.remedy}`;
}
function blockOf(subject, offence, path) {
    const { base, rest } = baseOf(subject, path);
    const block = rest.length < 2 ? rest : BLOCKS.has(subject.scope) ? rest.slice(0, 1) : rest.slice(0, -1);
    if (!base)
        return `${offence.file} ${offence.line} ${offence.column} ${block.join('.')}`;
    let here = base;
    for (const key of block)
        here = here?.child(key);
    return here ? edits_at(here) : `${edits_at(base)} ${block.join('.')}`;
}
function baseOf(subject, path) {
    const [name, ...rest] = path;
    if (name === 'item')
        return { base: undefined, rest };
    // What a container inherits is written in its own security context.
    if (name === 'effective')
        return { base: subject.origin, rest: ['securityContext', ...rest] };
    if (typeof name === 'string' && name in subject.variables)
        return { base: originOf(subject.variables[name]), rest };
    return { base: subject.origin, rest: path };
}
function edits_at(origin) {
    return `${origin.source.path} ${origin.key.start} ${origin.span.start}`;
}

;// CONCATENATED MODULE: ./src/engine/shortest.ts

/** Up to so many edits every set is tried, which takes a few milliseconds; beyond, the greedy set stands. */
const EXACT = 14;
/**
 * A smallest set of edits that lifts a stage over its threshold and all its floors, the most gaining ones first. Greedy: what critical
 * controls need, then what lifts each workload and practice to its floor, then what gains most, and at last without what turned out to be
 * needless. Up to `EXACT` edits beside the critical ones it is exact.
 */
function shortest(slope) {
    const climb = new Climb(slope);
    const practices = [...new Set(slope.controls.map(({ practice }) => practice))];
    const gain = gains(slope);
    const byGain = gain.map((_, edit) => edit).sort((a, b) => (gain[b] ?? 0) - (gain[a] ?? 0) || a - b);
    const forced = forcedBy(slope);
    for (const edit of forced)
        climb.make(edit);
    const free = byGain.filter((edit) => !forced.has(edit));
    const greedy = climbGreedily(climb, free, practices);
    const rest = free.length <= EXACT ? smaller(climb, free, greedy, practices) : greedy;
    const chosen = new Set([...forced, ...rest]);
    return byGain.filter((edit) => chosen.has(edit));
}
// Points of score; a gap that waits for several edits is shared among them.
function gains({ controls, gaps, edits }) {
    const gain = new Array(edits).fill(0);
    for (const gap of gaps) {
        const control = controls[gap.control];
        if (!control)
            continue;
        for (const edit of gap.edits)
            gain[edit] = (gain[edit] ?? 0) + control.weight / control.decided / gap.edits.length;
    }
    return gain;
}
function forcedBy({ controls, gaps }) {
    return new Set(gaps.filter((gap) => controls[gap.control]?.critical).flatMap(({ edits }) => edits));
}
/** Leaves the climb without the edits it answers. */
function climbGreedily(climb, free, practices) {
    const made = new Set();
    const make = (edits, done) => {
        for (const edit of edits) {
            if (done())
                return;
            if (made.has(edit))
                continue;
            made.add(edit);
            climb.make(edit);
        }
    };
    const { ofWorkload, ofPractice } = byFloor(climb.slope, free);
    for (const [workload, edits] of ofWorkload)
        make(edits, () => !climb.isLow(workload));
    for (const [practice, edits] of ofPractice)
        make(edits, () => !climb.isPoor(practice));
    make(free, () => climb.enough());
    // From the least gaining on: what the others make needless goes.
    for (const edit of free.filter((edit) => made.has(edit)).reverse()) {
        climb.takeBack(edit);
        if (climb.met(practices))
            made.delete(edit);
        else
            climb.make(edit);
    }
    for (const edit of made)
        climb.takeBack(edit);
    return free.filter((edit) => made.has(edit));
}
function byFloor({ controls, gaps }, free) {
    const rank = new Map(free.map((edit, index) => [edit, index]));
    const ofWorkload = new Map();
    const ofPractice = new Map();
    for (const { control, workload, edits } of gaps) {
        const practice = controls[control]?.practice ?? '';
        for (const edit of edits) {
            if (!rank.has(edit))
                continue;
            if (workload)
                shortest_add(ofWorkload, workload.number, edit);
            shortest_add(ofPractice, practice, edit);
        }
    }
    const inOrder = (floors) => new Map([...floors].map(([key, edits]) => [key, [...edits].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))]));
    return { ofWorkload: inOrder(ofWorkload), ofPractice: inOrder(ofPractice) };
}
function shortest_add(map, key, edit) {
    const edits = map.get(key);
    if (edits)
        edits.add(edit);
    else
        map.set(key, new Set([edit]));
}
// Sizes from nothing up: the first set that meets the stage is a smallest one.
function smaller(climb, free, greedy, practices) {
    const chosen = [];
    const search = (from, left) => {
        if (left === 0)
            return climb.met(practices);
        for (let index = from; index <= free.length - left; index++) {
            const edit = free[index];
            chosen.push(edit);
            climb.make(edit);
            const found = search(index + 1, left - 1);
            climb.takeBack(edit);
            if (found)
                return true;
            chosen.pop();
        }
        return false;
    };
    for (let size = 0; size < greedy.length; size++)
        if (search(0, size))
            return chosen;
    return greedy;
}

;// CONCATENATED MODULE: ./src/engine/way-up.ts






/** The edits that lift a target to `stage`, the most gaining first, with what each closes and gains in this order. */
function wayUp(assessment, target, stage, threshold, ordered) {
    const { slope, groups } = terrainOf(assessment, target, stage, threshold, ordered);
    const climb = new Climb(slope);
    return shortest(slope).map((edit) => {
        const before = climb.score();
        climb.make(edit);
        return toStep(groups[edit], climb.score() - before);
    });
}
function terrainOf(assessment, target, stage, threshold, ordered) {
    const editing = new Editing(ordered);
    const gaps = [];
    const low = new Set();
    const tallies = assessment.tallies.filter(({ rule }) => rule.stage === stage);
    tallies.forEach((tally, control) => {
        for (const { judgement, targets, workload } of tally.failures) {
            if (judgement.answer !== 'fail' || !targets.includes(target))
                continue;
            const edits = editing.editsOf(tally.rule, judgement);
            if (workload >= 0)
                low.add(workload);
            gaps.push({ control, edits, workload: workload < 0 ? undefined : { number: workload, gain: gainIn(tally, workload) } });
        }
    });
    const workloads = new Map([...low].map((number) => [number, assessment.workloads.of(number, stage)]));
    const controls = tallies.map((tally) => toControl(tally, target));
    return { slope: { controls, gaps, workloads, edits: editing.groups.length, threshold }, groups: editing.groups };
}
function gainIn({ rule, decidedIn }, workload) {
    return model_rule/* WEIGHT */.X[rule.severity] / (decidedIn.get(workload) ?? 1);
}
function toControl({ rule, byTarget }, target) {
    const { passed = 0, failed = 0 } = byTarget[target] ?? {};
    return {
        weight: model_rule/* WEIGHT */.X[rule.severity],
        practice: rule.practice,
        critical: rule.severity === 'critical',
        decided: passed + failed,
        failed,
    };
}
/** Numbers the edits as they are met. */
class Editing {
    groups = [];
    #ordered;
    #numbers = new Map();
    constructor(ordered) {
        this.#ordered = ordered;
    }
    editsOf(rule, judgement) {
        const open = judgement.offences.filter(({ waived }) => waived === undefined);
        // What could not be read is a gap without an offence.
        if (open.length === 0)
            return [this.#number(`file ${judgement.subject.file}`, rule, { file: judgement.subject.file, line: 1 })];
        return [...new Set(open.map((offence) => this.#number(editOf(rule, judgement, offence), rule, offence, offence)))];
    }
    #number(key, rule, { file, line }, offence) {
        let number = this.#numbers.get(key);
        if (number === undefined) {
            number = this.groups.push({ remedies: new Set(), closes: new Map(), file, line }) - 1;
            this.#numbers.set(key, number);
        }
        const group = this.groups[number];
        group.remedies.add(rule.remedy);
        const finding = offence && this.#ordered.of.get(offence);
        if (finding)
            group.closes.set(finding.fingerprint, { rule: rule.id, fingerprint: finding.fingerprint });
        if (file === group.file && line < group.line)
            group.line = line;
        return number;
    }
}
function toStep({ remedies, closes, file, line }, gain) {
    const whole = file === '.';
    return {
        edit: plain([...remedies].join(' '), 400),
        file: whole ? null : file,
        line: whole ? null : line,
        closes: [...closes.values()].sort((a, b) => compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint)),
        scoreGain: Math.round(gain * 10) / 10,
    };
}

;// CONCATENATED MODULE: ./src/engine/targets.ts


/** One target's slice of what was judged: its stages, whether it passes, and its way up. */
function targetResult(target, index, assessment, placing, model, ordered) {
    const stages = model.stages.map((stage) => {
        const controls = assessment.tallies
            .filter(({ rule }) => rule.stage === stage.stage)
            .map(({ rule, byTarget }) => ({ rule, counts: byTarget[index] ?? targets_NOTHING }));
        return stageResult({
            stage,
            practices: model.practices,
            controls,
            workloads: workloadsOf(assessment, placing, index, stage.stage),
            threshold: target.threshold,
        });
    });
    const reached = reachedStage(stages);
    const next = nextStage(reached);
    return {
        name: target.name,
        paths: target.paths,
        owner: target.owner,
        requiredStage: target.requiredStage,
        reachedStage: reached,
        passed: target.requiredStage === null || reached >= target.requiredStage,
        stages,
        wayUp: next === null ? [] : wayUp(assessment, index, next, target.threshold, ordered),
    };
}
const targets_NOTHING = { passed: 0, failed: 0, unknown: 0, waived: 0 };
function* workloadsOf({ workloads }, placing, target, stage) {
    for (let number = 0; number < placing.workloads.length; number++) {
        const workload = placing.workloads[number];
        if (workload?.targets.includes(target))
            yield { name: workload.name, ...workloads.of(number, stage) };
    }
}
/** The repository's stages out of its targets': the lowest score, met when all meet it, and counts that add up. */
function overallStages(targets) {
    const [first] = targets;
    if (!first || targets.length === 1)
        return first?.stages ?? [];
    return first.stages.map((stage, index) => {
        const all = targets.map((target) => ({ target, result: target.stages[index] ?? stage }));
        const scores = all.flatMap(({ result }) => result.score ?? []);
        return {
            ...stage,
            score: scores.length === 0 ? null : Math.min(...scores),
            met: all.every(({ result }) => result.met),
            missed: all.flatMap(({ target, result }) => result.missed.map((words) => `${target.name}: ${words}`)),
            controls: all.map(({ result }) => result.controls).reduce(addUp),
        };
    });
}
function addUp(a, b) {
    return {
        passed: a.passed + b.passed,
        failed: a.failed + b.failed,
        unknown: a.unknown + b.unknown,
        waived: a.waived + b.waived,
        notApplicable: a.notApplicable + b.notApplicable,
    };
}

;// CONCATENATED MODULE: ./src/engine/report.ts





/** Puts the report together. Of the same input it is the same to the byte: no clock, no random id, no absolute path. */
function toReport(assessment, settings, sources, placing, model, podSecurity) {
    const ordered = putInOrder(assessment.tallies, settings.targets.map(({ name }) => name));
    const targets = settings.targets.map((target, index) => targetResult(target, index, assessment, placing, model, ordered));
    const stages = overallStages(targets);
    const { problems, faults, scanned } = sources;
    const nothing = scanned.resources + scanned.dockerfiles + scanned.composeFiles + faults.length + problems.length === 0;
    const clean = assessment.tallies.every(({ counts }) => counts.failed === 0);
    return {
        schemaVersion: 1,
        tool: tool/* TOOL */.j,
        verdict: nothing ? nothingScanned(settings) : verdict(settings, targets, clean),
        asOf: null,
        targets: nothing ? targets.map((target) => ({ ...target, reachedStage: 0, passed: false })) : targets,
        stages,
        controls: assessment.tallies.map(controlResult).sort((a, b) => a.stage - b.stage || compare(a.id, b.id)),
        findings: ordered.findings,
        podSecurity,
        unknown: unknownsOf(assessment.tallies),
        problems: [...problems.map(({ file, line, message }) => ({ file, line, message })), ...outsideTargets(placing)].sort(report_byPlace),
        scanned,
    };
}
function verdict(settings, targets, clean) {
    const reached = Math.min(...targets.map(({ reachedStage }) => reachedStage));
    const passed = settings.only ? clean : targets.every((target) => target.passed);
    return {
        outcome: passed ? 'passed' : 'failed',
        passed,
        requiredStage: requiredOf(targets),
        reachedStage: reached,
        nextStage: nextStage(reached),
        threshold: settings.threshold,
        score: lowestScore(targets),
    };
}
function nothingScanned(settings) {
    const { requiredStage, threshold } = settings;
    return { outcome: 'nothing-scanned', passed: false, requiredStage, reachedStage: 0, nextStage: 1, threshold, score: null };
}
// The highest that a target is held to.
function requiredOf(targets) {
    const stages = targets.flatMap(({ requiredStage }) => requiredStage ?? []);
    return stages.length === 0 ? null : Math.max(...stages);
}
// Of the stage each target is held to; of its next one, or the last, where none is required.
function lowestScore(targets) {
    const scores = targets.flatMap(({ requiredStage, reachedStage, stages }) => {
        const stage = requiredStage ?? nextStage(reachedStage) ?? 5;
        return stages.find((result) => result.stage === stage)?.score ?? [];
    });
    return scores.length === 0 ? null : Math.min(...scores);
}
function controlResult({ rule, counts, evidence }) {
    const { id, title, stage, practice, severity, kind } = rule;
    return { id, title, stage, practice, severity, kind, status: statusOf(counts), subjects: { ...counts }, evidence };
}
function outsideTargets(placing) {
    return placing.outside().map((file) => ({ file, line: 1, message: 'lies in no target of the configuration and was not judged' }));
}
function report_byPlace(a, b) {
    return compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message);
}

;// CONCATENATED MODULE: ./src/source/origins.ts

/** An origin for what our own readers derive: children are given, and none are found by looking. */
function originAt(source, span, key = span, children) {
    return { source, span, key, child: (name) => children?.get(name) };
}
/** Strings as a list for expressions: reading an unsettled one throws. The list's own place is `origin`, its items' are theirs. */
function placedList(items, origin) {
    const list = [];
    items.forEach((item, index) => {
        if (item.value === undefined)
            unsettle(list, index, item);
        else
            list[index] = item.value;
    });
    const children = new Map(items.map((item, index) => [index, item.origin]));
    return withOrigin(list, originAt(origin.source, origin.span, origin.key, children));
}
/** Objects as a list; each carries its own origin. */
function placedObjects(items, origin) {
    const list = [...items];
    const child = (name) => typeof name === 'number' ? list[name]?.[ORIGIN] : undefined;
    return withOrigin(list, { source: origin.source, span: origin.span, key: origin.key, child });
}
/** Sets a property to a reading: the value, or a getter that throws. */
function setReading(target, name, reading) {
    if (reading.value === undefined)
        unsettle(target, name, reading);
    else
        Object.defineProperty(target, name, { value: reading.value, enumerable: true, configurable: true });
}
function unsettle(target, name, reading) {
    Object.defineProperty(target, name, {
        enumerable: true,
        configurable: true,
        get() {
            throw new Unsettled(reading.reason, reading.origin);
        },
    });
}

;// CONCATENATED MODULE: ./src/source/dockerfile/numbers.ts
// Readings of numbers as Go's strconv and time have them, which is what BuildKit refuses by.
const UNITS = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 3.6e12 };
const LARGEST_DURATION = 2 ** 63;
/** Nanoseconds; undefined where the text is no duration: `30s`, `1m30s`, `0`. */
function parseDuration(text) {
    let rest = text.replace(/^[-+]/, '');
    const sign = text.startsWith('-') ? -1 : 1;
    if (rest === '0')
        return 0;
    if (rest === '')
        return undefined;
    let total = 0;
    while (rest) {
        const part = /^(\d*(?:\.\d*)?)([^\d.]+)/.exec(rest);
        const number = part?.[1] ?? '';
        const unit = UNITS[part?.[2] ?? ''];
        if (!part || unit === undefined || !/\d/.test(number))
            return undefined;
        total += Number(number) * unit;
        rest = rest.slice(part[0].length);
    }
    return total > LARGEST_DURATION ? undefined : sign * total;
}
/** An unsigned number of 32 bits in a base; undefined where it is none. */
function parseUnsigned(text, base) {
    if (!(base === 8 ? /^[0-7]+$/ : /^\d+$/).test(text))
        return undefined;
    const value = Number.parseInt(text, base);
    return value <= 0xffffffff ? value : undefined;
}
/** A signed decimal number; undefined where it is none. */
function parseInteger(text) {
    return /^[-+]?\d{1,15}$/.test(text) ? Number(text) : undefined;
}
function isBoolean(text) {
    return /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(text);
}
/** A size such as 64m or 1.5GiB. */
function isSize(text) {
    const match = /^([+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?) ?([a-z]{0,3})$/i.exec(text);
    return match !== null && /^(b|[kmgtp](i?b)?)?$/i.test(match[2] ?? '');
}
/** The fields of a line of comma-separated values; undefined where its quotes are wrong. */
function parseFields(line) {
    const fields = [];
    if (line === '')
        return undefined;
    for (let at = 0;;) {
        if (line.charAt(at) !== '"') {
            const comma = line.indexOf(',', at);
            const field = comma < 0 ? line.slice(at) : line.slice(at, comma);
            if (field.includes('"'))
                return undefined;
            fields.push(field);
            if (comma < 0)
                return fields;
            at = comma + 1;
            continue;
        }
        const quoted = readQuotedField(line, at + 1);
        if (!quoted)
            return undefined;
        fields.push(quoted.field);
        if (quoted.at >= line.length)
            return fields;
        at = quoted.at + 1;
    }
}
function readQuotedField(line, from) {
    let field = '';
    for (let at = from;;) {
        const quote = line.indexOf('"', at);
        if (quote < 0)
            return undefined;
        field += line.slice(at, quote);
        const next = line.charAt(quote + 1);
        if (next === '"') {
            field += '"';
            at = quote + 2;
        }
        else if (next === ',' || next === '')
            return { field, at: quote + 1 };
        else
            return undefined;
    }
}

;// CONCATENATED MODULE: ./src/source/dockerfile/platforms.ts
const SYSTEM = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.-]*)\))?$/;
const PART = /^[A-Za-z0-9_.-]+$/;
const SYSTEMS = new Set('aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos macos'.split(' '));
const ARCHITECTURES = new Set(('386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x ' +
    'sparc sparc64 wasm i386 x86_64 x86-64 aarch64 armhf armel').split(' '));
/** The operating system of a platform such as linux/arm64/v8; undefined where it is none. */
function parsePlatform(text) {
    const parts = text.split('/');
    const system = SYSTEM.exec(parts[0] ?? '')?.[1]?.toLowerCase();
    if (system === undefined || parts.length > 3 || !parts.slice(1).every((part) => PART.test(part)))
        return undefined;
    if (parts.length > 1 || SYSTEMS.has(system))
        return { system: system === 'macos' ? 'darwin' : system };
    return ARCHITECTURES.has((parts[0] ?? '').toLowerCase()) ? { system: 'linux' } : undefined;
}
/** Why a path cannot be used on Windows; undefined elsewhere and where it can. */
function pathFault(path, system) {
    if (system !== 'windows')
        return undefined;
    if (/^.:$/.test(path))
        return `${path} has no path after the drive: write ${path}\\`;
    if (/^[\\/]{2}/.test(path))
        return 'a path of another machine cannot be used: write a path on drive C:';
    const colon = path.indexOf(':');
    return colon >= 0 && path.slice(0, colon).toLowerCase() !== 'c'
        ? `${path} is not on the system drive: write a path on drive C:`
        : undefined;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/remote.ts

const SCHEME = /^([a-zA-Z0-9]+):\/\//;
const SCP = /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:([^?#]*)(?:\?([^#]*))?(?:#.*)?$/s;
/** Tells a local path, a URL to fetch and a git repository apart, as BuildKit does. */
function readRemote(source) {
    const scheme = SCHEME.exec(source)?.[1]?.toLowerCase();
    if (scheme === undefined) {
        const scp = SCP.exec(source);
        return scp ? { kind: 'git', fault: queryFault(scp[2] ?? '') } : { kind: 'local' };
    }
    const [beforeFragment = ''] = source.split('#');
    const query = beforeFragment.includes('?') ? beforeFragment.slice(beforeFragment.indexOf('?') + 1) : '';
    if (scheme === 'git' || scheme === 'ssh')
        return { kind: 'git', fault: queryFault(query) };
    if (scheme !== 'http' && scheme !== 'https')
        return { kind: 'local' };
    const path = (beforeFragment.split('?')[0] ?? '').slice(scheme.length + 3);
    const isGit = path.includes('/') && path.endsWith('.git');
    if (isGit)
        return { kind: 'git', fault: queryFault(query) };
    return { kind: /^https?:\/\//.test(source) ? 'http' : 'local' };
}
const KEYS = ['ref', 'tag', 'branch', 'subdir', 'checksum', 'commit', 'keep-git-dir', 'submodules'];
function queryFault(query) {
    const found = new Map();
    for (const [key, value] of new URLSearchParams(query)) {
        if (found.has(key))
            return `the query \`${key}\` stands twice: keep one`;
        found.set(key, value);
        const flag = key === 'keep-git-dir' || key === 'submodules';
        if (!value && !flag)
            return `the query \`${key}\` has no value`;
        if (!KEYS.includes(key))
            return `\`${key}\` is no query of a git source: write ${KEYS.join(', ')}`;
        if (flag && value && !isBoolean(value))
            return `\`${key}=${value}\` is neither true nor false`;
    }
    const refs = ['ref', 'tag', 'branch'].filter((key) => found.has(key));
    const tag = found.get('tag');
    const branch = found.get('branch');
    const full = [found.get('ref'), tag && prefixed(tag, 'refs/tags/'), branch && prefixed(branch, 'refs/heads/')].filter(Boolean);
    return refs.length > 1 && new Set(full).size > 1 ? `${refs.join(' and ')} name different commits: keep one` : undefined;
}
function prefixed(name, prefix) {
    return name.startsWith(prefix) ? name : prefix + name;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/copies.ts



const SYMBOLIC = /^[augo]*(?:[-+=][rstwXxugo]*)+(?:,[augo]*(?:[-+=][rstwXxugo]*)+)*$/;
const DIGESTS = { sha256: 64, sha384: 96, sha512: 128 };
/** Why BuildKit refuses an ADD or COPY whose variables are put in. */
function copyFault(copy) {
    return pathFault(copy.destination, copy.system) ?? modeFault(copy.chmod) ?? checksumFault(copy) ?? sourcesFault(copy);
}
function modeFault(mode) {
    if (!mode)
        return undefined;
    const octal = parseUnsigned(mode, 8);
    const valid = octal === undefined ? !/^\d/.test(mode) && SYMBOLIC.test(mode) : octal <= 0o7777;
    return valid ? undefined : `--chmod=${mode} is no mode: write octal digits such as 755, or a symbolic mode such as u=rwX,go=rX`;
}
function checksumFault(copy) {
    if (!copy.checksum)
        return undefined;
    if (copy.sources.length !== 1)
        return '--checksum goes with one source only: add the others by an ADD of their own';
    const kind = readRemote(copy.sources[0] ?? '').kind;
    return kind === 'local' && !copy.sources[0]?.startsWith('github.com/') ? '--checksum goes with a URL or a git source only' : undefined;
}
function sourcesFault(copy) {
    for (const source of copy.sources) {
        const remote = readRemote(source);
        if (remote.fault)
            return remote.fault;
        if (remote.kind !== 'local' && !copy.add)
            return `COPY takes files of the build context only: write ADD for ${remote.kind === 'git' ? 'a git repository' : 'a URL'}`;
        if (remote.kind === 'http' && copy.checksum && !isDigest(copy.checksum))
            return '--checksum is no digest: write sha256: and 64 lower-case hexadecimal digits';
        const fault = remote.kind === 'local' ? pathFault(source, copy.system) : undefined;
        if (fault)
            return fault;
    }
    return copy.documents.map((name) => pathFault(name, copy.system)).find((fault) => fault !== undefined);
}
function isDigest(text) {
    const [algorithm = '', hex = ''] = text.split(/:(.*)/s);
    const length = Object.hasOwn(DIGESTS, algorithm) ? DIGESTS[algorithm] : undefined;
    return hex.length === length && /^[0-9a-f]+$/.test(hex);
}

;// CONCATENATED MODULE: ./src/source/dockerfile/flags.ts

/** The flags of each instruction; those of one that is not here are read by nobody. */
const FLAGS = {
    add: { chown: 'value', chmod: 'value', link: 'flag', 'keep-git-dir': 'flag', checksum: 'value', unpack: 'flag', exclude: 'values' },
    copy: { chown: 'value', from: 'value', chmod: 'value', link: 'flag', parents: 'flag', exclude: 'values' },
    from: { platform: 'value' },
    run: { mount: 'values', network: 'value', security: 'value', device: 'values' },
    healthcheck: { interval: 'value', timeout: 'value', 'start-period': 'value', 'start-interval': 'value', retries: 'value' },
};
function flagsOf(instruction) {
    return instruction.flags.map((word) => {
        const equals = word.text.indexOf('=');
        const name = word.text.slice(2, equals < 0 ? undefined : equals);
        return { name, value: equals < 0 ? undefined : word.text.slice(equals + 1), word };
    });
}
/** The word after `=` of a flag, standing where it stands. */
function flagValue(instruction, name) {
    return flagValues(instruction, name).at(-1);
}
function flagValues(instruction, name) {
    return flagsOf(instruction).flatMap((flag) => {
        if (flag.name !== name || flag.value === undefined)
            return [];
        const start = Math.min(flag.word.span.start + name.length + 3, flag.word.span.end);
        return [{ text: flag.value, span: { start, end: flag.word.span.end } }];
    });
}
/** What BuildKit refuses in an instruction's flags. */
function flagFault(instruction) {
    const known = FLAGS[instruction.name] ?? {};
    const used = new Set();
    for (const { name, value } of flagsOf(instruction)) {
        const kind = Object.hasOwn(known, name) ? known[name] : undefined;
        if (!kind)
            return flags_unknown(instruction, name, Object.keys(known));
        if (used.has(name) && kind !== 'values')
            return `--${name} stands twice: keep one`;
        used.add(name);
        if (kind === 'flag') {
            if (value === '' || !/^(true|false)?$/i.test(value ?? ''))
                return `--${name} is either there or not: write --${name}, or --${name}=false`;
        }
        else if (value === undefined)
            return `--${name} has no value: write --${name}=…`;
    }
    return undefined;
}
function flags_unknown(instruction, name, known) {
    const keyword = instruction.name.toUpperCase();
    const near = (0,errors/* nearest */.pA)(name, known);
    if (near)
        return `${keyword} knows no flag --${name}: did you mean --${near}?`;
    return known.length
        ? `${keyword} knows no flag --${name}, only --${known.join(', --')}`
        : `${keyword} takes no flags: take --${name} away`;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/spaces.ts
// What Go's unicode.IsSpace takes for a space: JavaScript's \s without the byte-order mark, and U+0085.
const spaces_SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
function isSpace(character) {
    return spaces_SPACE.test(character);
}
/** The range of a text's characters between leading and trailing spaces. */
function trimmed(text, from = 0, to = text.length) {
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charAt(start)))
        start++;
    while (end > start && isSpace(text.charAt(end - 1)))
        end--;
    return { from: start, to: end };
}
/** The blanks between words of an instruction; narrower than `isSpace`. */
function isBlank(character) {
    return character === ' ' || character === '\t' || character === '\v' || character === '\f' || character === '\r';
}
/** The words between blanks; at most `limit` of them, the last with all the rest. */
function splitBlanks(text, range, limit = Number.POSITIVE_INFINITY) {
    const words = [];
    let start = range.from;
    let at = range.from;
    while (at < range.to && words.length + 1 < limit) {
        if (!isBlank(text.charAt(at))) {
            at++;
            continue;
        }
        words.push({ from: start, to: at });
        while (at < range.to && isBlank(text.charAt(at)))
            at++;
        start = at;
    }
    words.push({ from: start, to: range.to });
    return words;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/cursor.ts

// The parameters that a shell knows by one character.
const SPECIAL = '@*#?-$!0';
const DIGIT = /\p{Nd}/u;
const LETTER = /[\p{L}\p{Nd}_]/u;
/** Where a lexer is in its text. */
class Cursor {
    text;
    at = 0;
    constructor(text) {
        this.text = text;
    }
    /** '' at the end. */
    peek() {
        return this.text.charAt(this.at);
    }
    next() {
        return this.text.charAt(this.at++);
    }
    /** The name of a variable, or of a parameter that has no name; '' where there is none. */
    name() {
        const first = this.#codePoint();
        if (DIGIT.test(first))
            return this.#while(DIGIT);
        if (first && SPECIAL.includes(first))
            return this.next();
        return this.#while(LETTER);
    }
    #codePoint() {
        const code = this.text.codePointAt(this.at);
        return code === undefined ? '' : String.fromCodePoint(code);
    }
    #while(kind) {
        const from = this.at;
        for (let one = this.#codePoint(); one && kind.test(one); one = this.#codePoint())
            this.at += one.length;
        return this.text.slice(from, this.at);
    }
}
/** The words that a text gives. One for all levels: a nested default loses what its word had before it, in BuildKit too. */
class Words {
    #text = '';
    clear() {
        this.#text = '';
    }
    flush(words) {
        if (this.#text)
            words.push(this.#text);
        this.#text = '';
        return words;
    }
    protect(text) {
        this.#text += text;
        return text;
    }
    add(text, words) {
        for (const character of text) {
            if (isSpace(character))
                this.flush(words);
            else
                this.#text += character;
        }
        return text;
    }
}

;// CONCATENATED MODULE: ./src/source/dockerfile/pattern.ts
const ANY = Symbol('any');
const STAR = Symbol('star');
// Steps of a match; beyond it a value stays as it is. No value of a real file comes near.
const pattern_MOST = 4_000_000;
/** Undefined where it escapes something else than `*`, `?` and `\`; `}` and `/` are escaped for the substitution around them. */
function readPattern(text) {
    const pattern = [];
    for (let at = 0; at < text.length; at++) {
        const character = text.charAt(at);
        if (character === '*')
            pattern.push(STAR);
        else if (character === '?')
            pattern.push(ANY);
        else if (character !== '\\')
            pattern.push(character);
        else if (/[}/]/.test(text.charAt(at + 1)))
            continue;
        else if (/[*?\\]/.test(text.charAt(at + 1)))
            pattern.push(text.charAt(++at));
        else
            return undefined;
    }
    return pattern;
}
function matchPrefix(value, pattern, longest) {
    const end = matchAt(value, 0, pattern, longest);
    return end === undefined ? value : value.slice(end);
}
function matchSuffix(value, pattern, longest) {
    const reversed = reverse(value);
    return reverse(matchPrefix(reversed, [...pattern].reverse(), longest));
}
/** Replaces the first match, or all of them, each as long as it can be. */
function replaceFirst(value, pattern, replacement, all) {
    if (value.length * value.length * pattern.length > pattern_MOST)
        return value;
    let out = '';
    let from = 0;
    for (let at = 0; at <= value.length;) {
        const end = matchAt(value, at, pattern, true);
        if (end === undefined) {
            at++;
            continue;
        }
        out += value.slice(from, at) + replacement;
        from = end;
        if (!all)
            break;
        if (end === at)
            out += value.slice(at, at + 1);
        at = Math.max(end, at + 1);
        from = at;
    }
    return out + value.slice(from);
}
function reverse(text) {
    return [...text].reverse().join('');
}
// Which ends of the value the pattern reaches, token by token: linear in their product, whatever the stars.
function matchAt(value, start, pattern, longest) {
    if ((value.length - start) * pattern.length > pattern_MOST)
        return undefined;
    let ends = new Set([start]);
    for (const token of pattern) {
        const next = new Set();
        if (token === STAR) {
            const least = Math.min(...ends);
            for (let end = least; end <= value.length; end++)
                next.add(end);
        }
        else {
            for (const end of ends)
                if (end < value.length && (token === ANY || value.charAt(end) === token))
                    next.add(end + 1);
        }
        if (!next.size)
            return undefined;
        ends = next;
    }
    const sorted = [...ends].sort((a, b) => a - b);
    return longest ? sorted.at(-1) : sorted[0];
}

;// CONCATENATED MODULE: ./src/source/dockerfile/lexer.ts


/** Puts variables into a word and takes its quotes off, after BuildKit's shell lexer. */
function expandWord(word, bindings, options) {
    const lexer = new Lexer(word, bindings, options);
    try {
        const { value, words } = lexer.until(undefined, options.rawEscapes === true);
        return { value, words, reason: lexer.reason, set: lexer.set, unset: lexer.unset };
    }
    catch (error) {
        if (error instanceof Refusal)
            return { error: error.message };
        throw error;
    }
}
class Refusal extends Error {
}
// Deeper than any word that a person writes; each level is a call.
const DEEPEST = 200;
class Lexer {
    #in;
    #bindings;
    #options;
    set = new Set();
    unset = new Set();
    reason = '';
    #depth = 0;
    #buffer = new Words();
    #rawEscapes = false;
    constructor(text, bindings, options) {
        this.#in = new Cursor(text);
        this.#bindings = bindings;
        this.#options = options;
    }
    until(stop, rawEscapes) {
        if (++this.#depth > DEEPEST)
            throw new Refusal('the substitutions are nested too deeply');
        const before = this.#rawEscapes;
        this.#rawEscapes = rawEscapes;
        try {
            return this.#run(stop);
        }
        finally {
            this.#rawEscapes = before;
            this.#depth--;
        }
    }
    #run(stop) {
        const words = [];
        const parts = [];
        this.#buffer.clear();
        for (;;) {
            const character = this.#in.peek();
            if (character === '')
                break;
            if (character === stop) {
                this.#in.at++;
                return { value: parts.join(''), words: this.#buffer.flush(words) };
            }
            parts.push(this.#step(character, words));
        }
        if (stop)
            throw new Refusal(`a \`${stop}\` is missing`);
        return { value: parts.join(''), words: this.#buffer.flush(words) };
    }
    #step(character, words) {
        if (character === '$')
            return this.#buffer.add(this.#dollar(), words);
        if (character === '<')
            return this.#buffer.protect(this.#lessThan());
        if (!this.#options.plainQuotes && character === "'")
            return this.#buffer.protect(this.#single());
        if (!this.#options.plainQuotes && character === '"')
            return this.#buffer.protect(this.#double());
        this.#in.at++;
        if (character !== this.#options.escape)
            return this.#buffer.add(character, words);
        const raw = this.#rawEscapes ? this.#buffer.protect(character) : '';
        const next = this.#in.next();
        return raw + this.#buffer.protect(next);
    }
    #single() {
        const end = this.#in.text.indexOf("'", this.#in.at + 1);
        if (end < 0)
            throw new Refusal("a closing ' is missing");
        const from = this.#in.at;
        this.#in.at = end + 1;
        return this.#options.rawQuotes ? this.#in.text.slice(from, end + 1) : this.#in.text.slice(from + 1, end);
    }
    #double() {
        const parts = [];
        const quote = this.#options.rawQuotes ? '"' : '';
        parts.push(quote);
        this.#in.at++;
        for (;;) {
            const character = this.#in.peek();
            if (character === '')
                throw new Refusal('a closing " is missing');
            if (character === '$') {
                parts.push(this.#dollar());
                continue;
            }
            this.#in.at++;
            if (character === '"')
                return parts.join('') + quote;
            if (character !== this.#options.escape)
                parts.push(character);
            else
                parts.push(this.#escapeInQuotes(character));
        }
    }
    // Inside double quotes only " $ and the escape character itself can be escaped; any other keeps its escape.
    #escapeInQuotes(token) {
        const raw = this.#rawEscapes ? token : '';
        const next = this.#in.peek();
        if (next === '')
            return raw;
        if (next === '"' || next === '$' || next === token)
            return raw + this.#in.next();
        return raw + token;
    }
    #lessThan() {
        this.#in.at++;
        if (this.#in.peek() !== '<')
            return '<';
        const from = this.#in.at + 1;
        let to = from;
        while (/[\t\r ]/.test(this.#in.text.charAt(to)))
            to++;
        this.#in.at = to;
        return `<<${this.#in.text.slice(from, to)}`;
    }
    #dollar() {
        this.#in.at++;
        if (this.#in.peek() !== '{') {
            const name = this.#in.name();
            if (name === '')
                return '$';
            return this.#plain(name, `$${name}`);
        }
        this.#in.at++;
        const first = this.#in.peek();
        if (first === '')
            throw new Refusal('a `}` is missing');
        if (first === '{' || first === '}' || first === ':')
            throw new Refusal(`\`\${${first}\` is no substitution`);
        const name = this.#in.name();
        const operator = this.#in.next();
        if (operator === '}')
            return this.#plain(name, `\${${name}}`);
        if (operator === '/')
            return this.#replacement(name);
        const colon = operator === ':';
        const kind = colon ? this.#in.next() : operator;
        return this.#modified(name, colon, kind);
    }
    #plain(name, kept) {
        const found = this.#look(name);
        if (!found) {
            if (this.#options.keepUnset)
                return kept;
            this.#unsettle(name);
            return '';
        }
        if (found.reason)
            this.reason ||= found.reason;
        return found.value;
    }
    #modified(name, colon, kind) {
        const shown = `${colon ? ':' : ''}${kind}`;
        const strips = kind === '#' || kind === '%';
        if (!kind || !'+-?#%'.includes(kind) || (colon && strips))
            throw new Refusal(`\`\${${name}${shown}\` is no substitution that BuildKit knows`);
        const word = this.until('}', strips).value;
        const found = this.#look(name);
        if (this.#options.keepUnset && !found)
            return `\${${name}${shown}${word}}`;
        const given = found !== undefined && !(colon && found.value === '');
        if (given && found.reason && kind !== '+')
            this.reason ||= found.reason;
        if (kind === '-')
            return given ? found.value : word;
        if (kind === '+')
            return given ? word : '';
        if (kind === '?') {
            if (!given)
                throw new Refusal(`$${name} ${found ? 'is empty' : 'is not set'}, and \`?\` demands it${word ? `: ${word}` : ''}`);
            return found.value;
        }
        if (!found)
            this.#unsettle(name);
        return this.#strip(found?.value ?? '', kind, word);
    }
    // `#` and `%` cut the shortest match off, doubled the longest.
    #strip(value, kind, word) {
        const longest = word.startsWith(kind);
        const pattern = this.#pattern(longest ? word.slice(1) : word);
        return kind === '#' ? matchPrefix(value, pattern, longest) : matchSuffix(value, pattern, longest);
    }
    #replacement(name) {
        const all = this.#in.peek() === '/';
        if (all)
            this.#in.at++;
        const pattern = this.until('/', true).value;
        const replacement = this.until('}', true).value;
        const found = this.#look(name);
        if (this.#options.keepUnset && !found)
            return `\${${name}/${pattern}/${replacement}}`;
        if (!found)
            this.#unsettle(name);
        else if (found.reason)
            this.reason ||= found.reason;
        return replaceFirst(found?.value ?? '', this.#pattern(pattern), replacement, all);
    }
    #pattern(text) {
        const pattern = readPattern(text);
        if (!pattern)
            throw new Refusal(`the pattern \`${text}\` escapes a character that needs no escape`);
        return pattern;
    }
    #look(name) {
        const found = this.#bindings.get(name);
        if (found)
            this.set.add(name);
        else
            this.unset.add(name);
        return found;
    }
    #unsettle(name) {
        this.reason ||= `depends on $${name}, which has no value in this file`;
    }
}

;// CONCATENATED MODULE: ./src/source/dockerfile/heredocs.ts

const HEREDOC = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/;
const heredocs_NOTHING = { get: () => undefined };
/** The here-documents that a line announces, in order. */
function heredocsOf(line) {
    if (!line.includes('<<'))
        return [];
    const words = expandWord(line, heredocs_NOTHING, { escape: '\\', rawQuotes: true, rawEscapes: true, keepUnset: true });
    if ('error' in words)
        return [];
    return words.words.flatMap((word) => heredocHead(word) ?? []);
}
/** What a word announces when it is a here-document; undefined when it is none. */
function heredocHead(word) {
    const match = HEREDOC.exec(word);
    const rest = match?.[3] ?? '';
    if (!match || !rest)
        return undefined;
    const plain = expandWord(rest, heredocs_NOTHING, { escape: '\\', keepUnset: true });
    const raw = expandWord(rest, heredocs_NOTHING, { escape: '\\', keepUnset: true, rawQuotes: true });
    if ('error' in plain || 'error' in raw || plain.words.length !== 1)
        return undefined;
    const name = plain.words[0] ?? '';
    return { name, chomp: match[2] === '-', expand: quotes(name) === quotes(raw.words[0] ?? '') };
}
function quotes(word) {
    return word.split(/['"]/).length - 1;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/mounts.ts


const mounts_TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const SHARING = ['shared', 'private', 'locked'];
const mounts_KEYS = 'type from source src target dst destination readonly ro readwrite rw required size id sharing mode uid gid env'.split(' ');
/** Reads a --mount with its variables put in by `expand`; a string is why BuildKit refuses it. */
function readMount(text, expand) {
    const fields = parseFields(text);
    if (!fields)
        return 'the quotes of --mount are wrong: quote a whole field or none';
    const mount = {
        type: 'bind',
        from: '',
        source: '',
        target: '',
        id: '',
        sharing: '',
        required: false,
        env: undefined,
        owner: undefined,
    };
    for (const field of fields) {
        const equals = field.indexOf('=');
        const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
        const fault = equals < 0 ? readSwitch(mount, key, field) : mounts_readField(mount, key, expand(field.slice(equals + 1)));
        if (fault)
            return fault;
    }
    return wholeFault(mount) ?? mount;
}
function readSwitch(mount, key, field) {
    if (['readonly', 'ro', 'readwrite', 'rw'].includes(key))
        return undefined;
    if (key !== 'required')
        return `\`${field}\` of --mount has no value: write ${field}=…`;
    if (mount.type !== 'secret' && mount.type !== 'ssh')
        return wrongType(key, mount);
    mount.required = true;
    return undefined;
}
function wrongType(key, mount) {
    return `\`${key}\` does not go with a ${mount.type} mount: put type= first, or take it away`;
}
function mounts_readField(mount, key, value) {
    switch (key) {
        case 'type':
            mount.type = value.toLowerCase();
            return mounts_TYPES.includes(mount.type) ? undefined : `type=${value} is no mount: write ${mounts_TYPES.join(', ')}`;
        case 'from':
            mount.from = value;
            return undefined;
        case 'source':
        case 'src':
            mount.source = value;
            return undefined;
        case 'target':
        case 'dst':
        case 'destination':
            mount.target = value;
            return undefined;
        case 'id':
            mount.id = value;
            return undefined;
        case 'env':
            mount.env = value;
            return undefined;
        default:
            return readChecked(mount, key, value);
    }
}
function readChecked(mount, key, value) {
    switch (key) {
        case 'readonly':
        case 'ro':
        case 'readwrite':
        case 'rw':
            return isBoolean(value) ? undefined : `${key}=${value} is neither true nor false`;
        case 'required':
            if (mount.type !== 'secret' && mount.type !== 'ssh')
                return wrongType(key, mount);
            mount.required = /^[1tT]/.test(value);
            return isBoolean(value) ? undefined : `${key}=${value} is neither true nor false`;
        case 'size':
            if (mount.type !== 'tmpfs')
                return wrongType(key, mount);
            return isSize(value) ? undefined : `size=${value} is no size: write one such as 64m`;
        case 'sharing':
            mount.sharing = value.toLowerCase();
            return SHARING.includes(mount.sharing) ? undefined : `sharing=${value} is no way to share: write ${SHARING.join(', ')}`;
        case 'mode':
        case 'uid':
        case 'gid':
            mount.owner ??= key;
            return parseUnsigned(value, key === 'mode' ? 8 : 10) === undefined
                ? `${key}=${value} is no ${key === 'mode' ? 'octal ' : ''}number`
                : undefined;
        default: {
            const near = (0,errors/* nearest */.pA)(key, mounts_KEYS);
            return `--mount knows no \`${key}\`${near ? `: did you mean ${near}?` : ''}`;
        }
    }
}
function wholeFault(mount) {
    const { type } = mount;
    if (mount.owner && (type === 'bind' || type === 'tmpfs'))
        return wrongType(mount.owner, mount);
    if (type === 'secret') {
        if (mount.from)
            return wrongType('from', mount);
        if (mount.sharing)
            return wrongType('sharing', mount);
        if (!mount.source && !mount.target && !mount.id)
            return 'the secret mount names no secret: write id=…';
        if (mount.source && mount.id)
            return 'the secret mount has both source and id: keep id';
    }
    if (type === 'ssh' && mount.source)
        return wrongType('source', mount);
    return mount.sharing && type !== 'cache' ? wrongType('sharing', mount) : undefined;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/ports.ts

/** Reads what EXPOSE takes: `[address:][host:]port[-port][/protocol]`. */
function parsePort(text) {
    const parts = text.split(':');
    const container = parts.at(-1) ?? '';
    const host = parts.at(-2) ?? '';
    const address = parts.slice(0, -2).join(':');
    const slash = container.indexOf('/');
    const numbers = slash < 0 ? container : container.slice(0, slash);
    const protocol = (slash < 0 ? '' : container.slice(slash + 1)) || 'tcp';
    if (!numbers)
        return { fault: `\`${text}\` has no port: write EXPOSE 8080` };
    if (!['tcp', 'udp', 'sctp'].includes(protocol.toLowerCase()))
        return { fault: `${protocol} is no protocol of a port: write tcp, udp or sctp` };
    if (address && !isAddress(address))
        return { fault: `${address} is no IP address: write the port alone` };
    const range = parseRange(numbers);
    if (!range)
        return { fault: `${numbers} is no port: write a number from 0 to 65535, or a range such as 8000-8010` };
    if (host) {
        const outside = parseRange(host);
        if (!outside)
            return { fault: `${host} is no port: write the port alone` };
        if (range.to !== range.from && range.to - range.from !== outside.to - outside.from)
            return { fault: `the ranges ${host} and ${numbers} differ in length: write the ports alone` };
    }
    return { ...range, protocol, host: Boolean(address || host) };
}
function parseRange(text) {
    const [first = '', ...rest] = text.split('-');
    const last = text.includes('-') ? rest.join('-') : first;
    const from = parseNumber(first);
    const to = parseNumber(last);
    return from === undefined || to === undefined || to < from ? undefined : { from, to };
}
function parseNumber(text) {
    const value = /^\+?\d{1,12}$/.test(text) ? Number(text) : undefined;
    return value !== undefined && value <= 65_535 ? value : undefined;
}
function isAddress(text) {
    const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
    return (0,external_node_net_.isIP)(bare) !== 0;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/signals.ts
const signals_NAMES = new Set(('ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 ' +
    'VTALRM WINCH XCPU XFSZ RTMIN RTMAX').split(' '));
/** Whether Linux has the signal: a name with or without SIG, RTMIN+n, RTMAX-n, or a number but 0. */
function isSignal(text) {
    if (/^[-+]?\d{1,15}$/.test(text))
        return Number(text) !== 0;
    const name = text.toUpperCase().replace(/^SIG/, '');
    const real = /^(RTMIN\+|RTMAX-)(\d{1,2})$/.exec(name);
    if (!real)
        return signals_NAMES.has(name);
    const offset = Number(real[2]);
    return real[2] === String(offset) && offset >= 1 && offset <= (real[1] === 'RTMIN+' ? 15 : 14);
}

;// CONCATENATED MODULE: ./src/source/dockerfile/dispatch.ts








/** Applies an instruction to its stage. A string is why BuildKit refuses it. */
function dispatch(instruction, moment) {
    const act = Object.hasOwn(ACTS, instruction.name) ? ACTS[instruction.name] : undefined;
    return act?.(instruction, moment);
}
const ACTS = {
    add: copy,
    copy,
    arg: args,
    env,
    expose,
    label: (one, { expander }) => dispatch_all(expander, one.pairs.flatMap((pair) => (pair.value ? [pair.name, pair.value] : [pair.name]))),
    run,
    shell: (one, { stage }) => {
        stage.shell = one;
        return undefined;
    },
    stopsignal: (one, { expander }) => single(one, expander, (value) => (isSignal(value) ? undefined : `\`${value}\` is no signal: write one such as SIGTERM`)),
    user: (one, { stage, expander }) => single(one, expander, () => {
        stage.user = settingOf(one, expander);
        return undefined;
    }),
    volume: (one, { expander }) => dispatch_all(expander, one.words) ?? (one.words.some((word) => expander.done.get(word)?.value === '') ? 'a path of VOLUME is empty' : undefined),
    workdir,
};
function dispatch_all(expander, words) {
    for (const word of words) {
        const found = expander.word(word);
        if (typeof found === 'string')
            return found;
    }
    return undefined;
}
function single(one, expander, then) {
    const [word] = one.words;
    if (!word)
        return undefined;
    const found = expander.word(word);
    return typeof found === 'string' ? found : then(found.value);
}
function settingOf(one, expander) {
    const value = one.words[0] && expander.done.get(one.words[0]);
    return value && { by: one, value };
}
function env(one, { stage, expander }) {
    const fault = dispatch_all(expander, one.pairs.flatMap((pair) => (pair.value ? [pair.name, pair.value] : [])));
    if (fault)
        return fault;
    for (const pair of one.pairs) {
        const name = expander.done.get(pair.name);
        const value = pair.value && expander.done.get(pair.value);
        if (name && value)
            stage.variables.set(name.value, { value: value.value, reason: value.reason });
    }
    return undefined;
}
function args(one, { stage, globals, expander }) {
    for (const pair of one.pairs) {
        const name = pair.name.text;
        if (!pair.value) {
            const inherited = globals.get(name);
            if (inherited)
                stage.variables.set(name, inherited);
            continue;
        }
        const found = expander.word(pair.value);
        if (typeof found === 'string')
            return found;
        stage.variables.set(name, { value: found.value, reason: found.reason });
    }
    return undefined;
}
function workdir(one, { stage, expander }) {
    return single(one, expander, (value) => {
        const fault = pathFault(value, stage.system);
        if (fault)
            return fault;
        stage.workdir = settingOf(one, expander);
        const path = stage.system === 'windows' ? value.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/') : value;
        if (path)
            stage.folder = path.startsWith('/') ? path : external_node_path_.posix.join('/', stage.folder, path);
        return undefined;
    });
}
function expose(one, { expander }) {
    for (const word of one.words) {
        const ports = expander.words(word);
        if (typeof ports === 'string')
            return ports;
        for (const port of ports) {
            const found = parsePort(port);
            if ('fault' in found)
                return found.fault;
        }
    }
    return undefined;
}
function copy(one, { stage, source, expander }) {
    const flags = { chown: flagValue(one, 'chown'), chmod: flagValue(one, 'chmod'), checksum: flagValue(one, 'checksum') };
    const destination = one.words.at(-1);
    const sources = one.words.slice(0, -1).filter((word) => !heredocHead(word.text));
    const words = [flags.chown, flags.chmod, flags.checksum, ...sources, destination].filter((word) => word !== undefined);
    const fault = dispatch_all(expander, words);
    if (fault)
        return fault;
    for (const heredoc of one.heredocs) {
        const body = heredoc.expand ? expander.body(source.text.slice(heredoc.body.start, heredoc.body.end)) : undefined;
        if (body)
            return body;
    }
    const value = (word) => (word && expander.done.get(word)?.value) ?? '';
    return copyFault({
        add: one.name === 'add',
        chmod: value(flags.chmod),
        checksum: one.name === 'add' ? value(flags.checksum) : '',
        sources: sources.map(value),
        destination: value(destination),
        documents: one.heredocs.map((heredoc) => heredoc.name),
        system: stage.system,
    });
}
function run(one, { stage, expander }) {
    for (const word of flagValues(one, 'mount')) {
        let refused;
        const mount = readMount(word.text, (value) => {
            const found = expander.word({ text: value, span: word.span });
            if (typeof found !== 'string')
                return found.value;
            refused ??= found;
            return '';
        });
        if (refused)
            return refused;
        if (typeof mount === 'string')
            return mount;
        if (mount.type === 'secret' || mount.type === 'ssh')
            continue;
        const target = external_node_path_.posix.normalize(mount.target || '.').startsWith('/') ? mount.target : external_node_path_.posix.join('/', stage.folder, mount.target);
        if (target === '/' || target === '')
            return 'the mount has no target, or the root folder for one: write target=/path';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/expander.ts

/** Puts the variables of one moment into words, and keeps what came out by word. */
class Expander {
    done = new Map();
    /** Variables that are used and set nowhere, each with the first word that uses it; none for the body of a here-document. */
    unset = new Map();
    #bindings;
    #escape;
    constructor(bindings, token) {
        this.#bindings = bindings;
        this.#escape = token;
    }
    /** A string is why BuildKit refuses the word. */
    word(word) {
        const found = expandWord(word.text, this.#bindings, { escape: this.#escape });
        if ('error' in found)
            return `in \`${shorten(word.text)}\` ${found.error}`;
        const expanded = { word, value: found.value, reason: found.reason, unset: [...found.unset] };
        this.done.set(word, expanded);
        this.#use(found.unset, word);
        return expanded;
    }
    /** The words that an expansion gives: what EXPOSE takes. */
    words(word) {
        const whole = this.word(word);
        if (typeof whole === 'string')
            return whole;
        const found = expandWord(word.text, this.#bindings, { escape: this.#escape });
        return 'error' in found ? found.error : found.words;
    }
    /** The body of a here-document, in which quotes are ordinary and the escape is always a backslash. */
    body(text) {
        const found = expandWord(text, this.#bindings, { escape: '\\', plainQuotes: true });
        if ('error' in found)
            return `in the here-document ${found.error}`;
        this.#use(found.unset, undefined);
        return undefined;
    }
    #use(names, word) {
        for (const name of names)
            if (!this.unset.has(name))
                this.unset.set(name, word);
    }
}
function shorten(text) {
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/json.ts

/** The strings of a JSON list; `mixed` where it holds something else than strings; undefined where it is no JSON list. */
function readJsonList(joined, range) {
    let from = range.from;
    while (from < range.to && isSpace(joined.text.charAt(from)))
        from++;
    if (joined.text.charAt(from) !== '[')
        return undefined;
    const text = joined.text.slice(from, range.to);
    const list = parse(text);
    if (!list)
        return undefined;
    if (!list.every((item) => typeof item === 'string'))
        return 'mixed';
    const places = stringsOf(text);
    return list.map((item, index) => {
        const place = places[index] ?? { from: 0, to: text.length };
        return { text: item, span: joined.span(from + place.from, from + place.to) };
    });
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
// Where the strings of a list that JSON.parse took stand, quotes included.
function stringsOf(text) {
    const found = [];
    for (let at = 0; at < text.length; at++) {
        if (text.charAt(at) !== '"')
            continue;
        const from = at;
        for (at++; text.charAt(at) !== '"'; at++)
            if (text.charAt(at) === '\\')
                at++;
        found.push({ from, to: at + 1 });
    }
    return found;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/split.ts

/** The keyword of an instruction, its `--flags`, and where its arguments are. */
function splitHead(joined, range, token) {
    const { text } = joined;
    const inner = trimmed(text, range.from, range.to);
    const [keyword = inner, rest] = splitBlanks(text, inner, 2);
    if (!rest)
        return { keyword, flags: [], rest: { from: inner.to, to: inner.to } };
    const { flags, at } = readFlags(joined, rest, token);
    return { keyword, flags, rest: trimmed(text, at, rest.to) };
}
// Flags are words that begin with `--`; the first that does not, or a lone `--`, ends them.
function readFlags(joined, range, token) {
    const { text } = joined;
    const flags = [];
    let at = range.from;
    for (;;) {
        while (at < range.to && isSpace(text.charAt(at)))
            at++;
        if (at + 1 >= range.to || text.charAt(at) !== '-' || text.charAt(at + 1) !== '-')
            return { flags, at };
        const from = at;
        const word = readFlag(text, at, range.to, token);
        at = word.at;
        if (word.text === '--')
            return { flags, at };
        flags.push({ text: word.text, span: joined.span(from, at) });
    }
}
function readFlag(text, from, to, token) {
    let value = '';
    let quote = '';
    let at = from;
    for (; at < to; at++) {
        const character = text.charAt(at);
        if (!quote && isSpace(character))
            break;
        if (quote ? character === quote : character === "'" || character === '"')
            quote = quote ? '' : character;
        else if (character !== token)
            value += character;
        else if (at + 1 < to)
            value += text.charAt(++at);
        else
            quote = '';
    }
    return { text: value, at };
}
/** Words as ENV, LABEL and ARG have them: quotes and escapes keep spaces inside, and stay in the text. */
function splitQuoted(joined, range, token) {
    const words = [];
    let at = range.from;
    for (;;) {
        while (at < range.to && isSpace(joined.text.charAt(at)))
            at++;
        if (at >= range.to)
            return words;
        const from = at;
        const word = readQuoted(joined.text, at, range.to, token);
        at = word.at;
        if (word.kept)
            words.push({ text: word.text, span: joined.span(from, at) });
    }
}
function readQuoted(text, from, to, token) {
    let value = '';
    let quote = '';
    let quoted = false;
    let at = from;
    for (; at < to; at++) {
        const character = text.charAt(at);
        if (!quote && isSpace(character))
            break;
        if (!quote && (character === "'" || character === '"')) {
            quote = character;
            quoted = true;
        }
        else if (quote && character === quote)
            quote = '';
        else if (character === token && quote !== "'") {
            if (at + 1 >= to)
                continue;
            value += character;
            at++;
        }
        value += text.charAt(at);
    }
    return { text: value, at, kept: quoted || value !== '' };
}
/** Words between blanks, as they stand. */
function splitPlain(joined, range) {
    if (range.from === range.to)
        return [];
    return splitBlanks(joined.text, range).map((word) => wordAt(joined, word));
}
function wordAt(joined, range) {
    return { text: joined.text.slice(range.from, range.to), span: joined.span(range.from, range.to) };
}

;// CONCATENATED MODULE: ./src/source/dockerfile/instruction.ts



const KEYWORDS = [
    'add',
    'arg',
    'cmd',
    'copy',
    'entrypoint',
    'env',
    'expose',
    'from',
    'healthcheck',
    'label',
    'maintainer',
    'onbuild',
    'run',
    'shell',
    'stopsignal',
    'user',
    'volume',
    'workdir',
];
/** Reads one instruction after the rules of its keyword. */
function parseInstruction(line, token) {
    return instruction_parseRange(line, { from: 0, to: line.joined.text.length }, token, 0);
}
function instruction_parseRange(line, range, token, depth) {
    const { joined } = line;
    const head = splitHead(joined, range, token);
    const keyword = joined.text.slice(head.keyword.from, head.keyword.to);
    const name = keyword.toLowerCase();
    const { fault, words, form, pairs, trigger } = readArguments(name, line, head.rest, token, depth);
    const instruction = {
        keyword,
        name,
        span: { start: depth ? joined.at(head.keyword.from) : line.start, end: line.end },
        key: joined.span(head.keyword.from, head.keyword.to),
        joined,
        rest: head.rest,
        flags: head.flags,
        form: form ?? 'shell',
        words,
        pairs: pairs ?? [],
        heredocs: line.heredocs,
        trigger,
        comments: line.comments,
        emptyContinuation: line.emptyContinuation,
    };
    return { instruction, fault };
}
function readArguments(name, line, rest, token, depth) {
    const { joined } = line;
    const empty = rest.from === rest.to;
    switch (name) {
        case 'add':
        case 'copy':
        case 'volume':
            return readList(joined, rest) ?? { words: splitPlain(joined, rest) };
        case 'cmd':
        case 'entrypoint':
        case 'run':
        case 'shell':
            return empty ? { words: [] } : (readList(joined, rest) ?? { words: [wordAt(joined, rest)] });
        case 'arg':
            return readArg(joined, rest, token);
        case 'env':
        case 'label':
            return readPairs(name, joined, rest, token);
        case 'expose':
        case 'from':
            return { words: splitPlain(joined, rest) };
        case 'healthcheck':
            return readHealthcheck(joined, rest);
        case 'maintainer':
        case 'stopsignal':
        case 'user':
        case 'workdir':
            return { words: empty ? [] : [wordAt(joined, rest)] };
        case 'onbuild':
            return readOnbuild(line, rest, token, depth);
        default:
            return { words: [] };
    }
}
const MIXED = 'the JSON list holds something else than strings: put every item into double quotes';
function readList(joined, rest) {
    const list = readJsonList(joined, rest);
    if (!list)
        return undefined;
    return list === 'mixed' ? { words: [], fault: MIXED } : { words: list, form: 'exec' };
}
function readArg(joined, rest, token) {
    const words = splitQuoted(joined, rest, token);
    const pairs = words.map((word) => {
        const equals = word.text.indexOf('=');
        return equals < 0 ? { name: word, value: undefined, legacy: false } : cutPair(word, equals);
    });
    return { words, pairs };
}
function readPairs(name, joined, rest, token) {
    const words = splitQuoted(joined, rest, token);
    const first = words[0];
    if (!first)
        return { words };
    if (!first.text.includes('=')) {
        const [key, value] = splitBlanks(joined.text, rest, 2);
        if (!key || !value)
            return { words, fault: `${name.toUpperCase()} ${first.text} has no value: write ${name.toUpperCase()} ${first.text}=value` };
        return { words, pairs: [{ name: wordAt(joined, key), value: wordAt(joined, value), legacy: true }] };
    }
    const bare = words.find((word) => !word.text.includes('='));
    if (bare)
        return { words, fault: `\`${bare.text}\` is no name=value: write the value in quotes, or = after the name` };
    return { words, pairs: words.map((word) => cutPair(word, word.text.indexOf('='))) };
}
function cutPair(word, equals) {
    const { start, end } = word.span;
    const middle = Math.min(start + equals, end);
    return {
        name: { text: word.text.slice(0, equals), span: { start, end: middle } },
        value: { text: word.text.slice(equals + 1), span: { start: Math.min(middle + 1, end), end } },
        legacy: false,
    };
}
function readHealthcheck(joined, rest) {
    let at = rest.from;
    while (at < rest.to && !isSpace(joined.text.charAt(at)))
        at++;
    if (at === rest.from)
        return { words: [] };
    const kind = wordAt(joined, { from: rest.from, to: at });
    while (at < rest.to && isSpace(joined.text.charAt(at)))
        at++;
    const inner = { from: at, to: rest.to };
    if (at === rest.to)
        return { words: [kind] };
    const list = readList(joined, inner) ?? { words: [wordAt(joined, inner)] };
    return { ...list, words: [kind, ...list.words] };
}
// BuildKit's parser has no bound for ONBUILD ONBUILD …, which it refuses afterwards; a few levels tell as much.
function readOnbuild(line, rest, token, depth) {
    if (rest.from === rest.to || depth > 8)
        return { words: [] };
    const { instruction, fault } = instruction_parseRange(line, rest, token, depth + 1);
    return { words: [], trigger: instruction, fault };
}
/** Whether the body of a here-document may follow this line: RUN, COPY and ADD in shell form, ONBUILD of them too. */
function takesHeredocs(text, token) {
    const joined = { text, at: (offset) => offset, span: (start, end) => ({ start, end }) };
    const line = { joined, start: 0, end: text.length, comments: [], heredocs: [], emptyContinuation: undefined };
    const { instruction, fault } = instruction_parseRange(line, { from: 0, to: text.length }, token, 0);
    const inner = instruction.name === 'onbuild' ? instruction.trigger : instruction;
    return fault === undefined && inner !== undefined && ['add', 'copy', 'run'].includes(inner.name) && inner.form !== 'exec';
}

;// CONCATENATED MODULE: ./src/source/dockerfile/refusals.ts





const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;
/** Why BuildKit's instruction parser refuses an instruction; undefined where it takes it. */
function refusal(instruction) {
    const check = Object.hasOwn(CHECKS, instruction.name) ? CHECKS[instruction.name] : undefined;
    const message = check ? check(instruction) : unknownInstruction(instruction);
    if (message === undefined)
        return undefined;
    return typeof message === 'string' ? { message, kind: 'parse' } : message;
}
const CHECKS = {
    add: copies,
    copy: copies,
    arg: (one) => one.words.length
        ? one.pairs.some((pair) => pair.value && !pair.name.text)
            ? 'the name before = is missing: write ARG NAME=value'
            : undefined
        : missing(one, 'ARG NAME'),
    cmd: flagFault,
    entrypoint: flagFault,
    env: refusals_pairs,
    label: refusals_pairs,
    expose: (one) => (one.words.length ? flagFault(one) : missing(one, 'EXPOSE 8080')),
    from,
    healthcheck,
    maintainer: (one) => exactlyOne(one, 'MAINTAINER name') ?? flagFault(one),
    onbuild,
    run: refusals_run,
    shell: (one) => flagFault(one) ?? shell(one),
    stopsignal: (one) => exactlyOne(one, 'STOPSIGNAL SIGTERM'),
    user: (one) => exactlyOne(one, 'USER 65532') ?? flagFault(one),
    volume: (one) => (one.words.length ? (flagFault(one) ?? volume(one)) : missing(one, 'VOLUME /data')),
    workdir: (one) => exactlyOne(one, 'WORKDIR /app') ?? flagFault(one),
};
function unknownInstruction(one) {
    if (!one.keyword)
        return 'a continuation stands here with nothing to continue: take the line away';
    const near = (0,errors/* nearest */.pA)(one.keyword, KEYWORDS);
    const hint = near
        ? `did you mean ${near.toUpperCase()}?`
        : 'if it belongs to the line before, that one must end with the escape character';
    return `\`${one.keyword}\` is no instruction of a Dockerfile: ${hint}`;
}
function missing(one, example) {
    return `${one.name.toUpperCase()} has no argument: write ${example}`;
}
function exactlyOne(one, example) {
    return one.words.length === 1 ? undefined : missing(one, example);
}
function copies(one) {
    const name = one.name.toUpperCase();
    if (one.words.length < 2)
        return one.words.length
            ? `${name} has a source but no destination: write ${name} source… destination`
            : missing(one, `${name} source… destination`);
    return (flagFault(one) ??
        (heredocHead(one.words.at(-1)?.text ?? '') ? `the destination of ${name} is a here-document: put the path last` : undefined));
}
function refusals_pairs(one) {
    const fault = flagFault(one);
    if (fault)
        return fault;
    if (!one.pairs.length)
        return missing(one, `${one.name.toUpperCase()} name=value`);
    return one.pairs.some((pair) => !pair.name.text) ? `the name before = is missing: write ${one.name.toUpperCase()} name=value` : undefined;
}
function from(one) {
    const [, as, name] = one.words;
    if (one.words.length === 3 && as?.text.toLowerCase() === 'as') {
        if (!STAGE_NAME.test(name?.text.toLowerCase() ?? '')) {
            return `\`${name?.text}\` is no name for a stage: begin with a letter, go on with letters, digits, -, _ and .`;
        }
    }
    else if (one.words.length !== 1)
        return 'FROM takes an image, or an image, AS and a name: write FROM image AS name';
    return flagFault(one);
}
const DURATIONS = ['interval', 'timeout', 'start-period', 'start-interval'];
function healthcheck(one) {
    const [kind, ...rest] = one.words;
    if (!kind)
        return missing(one, 'HEALTHCHECK CMD command');
    const type = kind.text.toUpperCase();
    if (type === 'NONE')
        return rest.length ? 'HEALTHCHECK NONE takes nothing else: take the rest away' : undefined;
    const fault = flagFault(one);
    if (fault)
        return fault;
    if (type !== 'CMD')
        return `\`${kind.text}\` is no kind of HEALTHCHECK: write HEALTHCHECK CMD command, or HEALTHCHECK NONE`;
    if (!rest.length)
        return 'HEALTHCHECK CMD has no command: write one after CMD';
    for (const name of DURATIONS) {
        const value = flagValue(one, name)?.text;
        if (!value)
            continue;
        const duration = parseDuration(value);
        if (duration === undefined)
            return `--${name}=${value} is no duration: write a number with its unit, such as 30s`;
        if (duration !== 0 && duration < 1e6)
            return `--${name}=${value} is less than a millisecond: write 1ms or more`;
    }
    const retries = flagValue(one, 'retries')?.text;
    if (!retries)
        return undefined;
    const count = parseInteger(retries);
    return count === undefined || count < 0 || count > 0x7fffffff
        ? `--retries=${retries} is no count: write a whole number from 0`
        : undefined;
}
function onbuild(one) {
    const trigger = one.trigger;
    if (!trigger)
        return missing(one, 'ONBUILD RUN command');
    const fault = flagFault(one);
    if (fault)
        return fault;
    const name = trigger.name.toUpperCase();
    if (name !== 'ONBUILD' && name !== 'FROM' && name !== 'MAINTAINER')
        return undefined;
    return { message: `ONBUILD ${name} is not allowed: a trigger is any other instruction`, kind: 'onbuild' };
}
function refusals_run(one) {
    const fault = flagFault(one);
    if (fault)
        return fault;
    for (const { text } of flagValues(one, 'mount')) {
        const fields = parseFields(text);
        if (!fields)
            return 'the quotes of --mount are wrong: quote a whole field, "source=a,b", or none';
        const variable = fields
            .map((field) => /^from=(.*)$/i.exec(field)?.[1] ?? '')
            .find((value) => value.includes('$') && value.indexOf('$') < value.length - 1);
        if (variable)
            return `the \`from\` of --mount takes no variable: name a stage FROM ${variable} AS name, and mount from it`;
    }
    const network = flagValue(one, 'network')?.text;
    if (network !== undefined && !['default', 'none', 'host'].includes(network))
        return `--network=${network} is no network: write default, none or host`;
    const security = flagValue(one, 'security')?.text;
    if (security !== undefined && !['sandbox', 'insecure'].includes(security))
        return `--security=${security} is no mode: write sandbox or insecure`;
    return flagValues(one, 'device')
        .map((word) => device(word.text))
        .find((message) => message !== undefined);
}
function device(text) {
    const fields = parseFields(text);
    if (!fields)
        return 'the quotes of --device are wrong: quote a whole field or none';
    let name = '';
    for (const field of fields) {
        const [key = '', value] = field.split(/=(.*)/s);
        const lower = key.toLowerCase();
        if (lower === 'required') {
            if (value !== undefined && !isBoolean(value))
                return `required=${value} of --device is neither true nor false`;
        }
        else if (value !== undefined && lower === 'name') {
            if (name)
                return `--device names ${name} and ${value}: keep one`;
            name = value;
        }
        else if (name)
            return `\`${field}\` of --device is nothing that it knows: write name=…,required`;
        else
            name = field;
    }
    return undefined;
}
function shell(one) {
    if (!one.words.length)
        return 'SHELL has no program: write SHELL ["/bin/bash", "-c"]';
    return one.form === 'exec' ? undefined : 'SHELL takes a JSON list only: write SHELL ["/bin/bash", "-c"]';
}
function volume(one) {
    return one.words.some((word) => word.text.trim() === '') ? 'a path of VOLUME is empty: write one, such as /data' : undefined;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/environment.ts
// Stages built on stages built on stages: beyond this a stage takes a copy instead of asking its parents one by one.
const LONGEST_CHAIN = 32;
/** The variables of a stage, which change from instruction to instruction. `now()` is a view that later changes do not reach. */
class Variables {
    #history = new Map();
    #parent;
    #chain;
    #clock = 0;
    constructor(parent) {
        this.#chain = parent ? parent.#chain + 1 : 0;
        this.#parent = parent;
        if (this.#chain <= LONGEST_CHAIN)
            return;
        this.#chain = 0;
        this.#parent = undefined;
        const flat = new Map();
        for (let one = parent; one; one = one.#parent) {
            for (const [name, steps] of one.#history) {
                const last = steps.at(-1);
                if (last && !flat.has(name))
                    flat.set(name, last.binding);
            }
        }
        for (const [name, binding] of flat)
            this.set(name, binding);
    }
    set(name, binding) {
        const steps = this.#history.get(name);
        const step = { since: this.#clock++, binding };
        if (steps)
            steps.push(step);
        else
            this.#history.set(name, [step]);
    }
    get(name) {
        return this.#at(name, this.#clock);
    }
    has(name) {
        return this.get(name) !== undefined;
    }
    now() {
        const clock = this.#clock;
        return { get: (name) => this.#at(name, clock), has: (name) => this.#at(name, clock) !== undefined };
    }
    #at(name, clock) {
        for (let one = this; one; one = one.#parent) {
            const found = lastBefore(one.#history.get(name), one === this ? clock : Number.POSITIVE_INFINITY);
            if (found)
                return found;
        }
        return undefined;
    }
}
function lastBefore(steps, clock) {
    if (!steps)
        return undefined;
    let low = -1;
    let high = steps.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((steps[middle]?.since ?? 0) < clock)
            low = middle;
        else
            high = middle - 1;
    }
    return steps[low]?.binding;
}
const VARIES = 'depends on the platform that is built for';
/** What every build sets, as for linux/amd64: enough to tell what BuildKit refuses, and not settled for rules. */
function platformArguments(target) {
    const variables = new Variables();
    const values = { PLATFORM: 'linux/amd64', OS: 'linux', OSVERSION: '', ARCH: 'amd64', VARIANT: '' };
    for (const side of ['BUILD', 'TARGET']) {
        for (const [name, value] of Object.entries(values))
            variables.set(side + name, { value, reason: VARIES });
    }
    variables.set('TARGETSTAGE', { value: target || 'default', reason: 'depends on the stage that is built' });
    return variables;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/stages.ts





/** A stage while it is being made. */
class StageDraft {
    index;
    name;
    instruction;
    base;
    platform;
    parent;
    system;
    variables = new Variables();
    body;
    steps = [];
    /** Names of ARG, whether they have a value or not. */
    declared = new Variables();
    undeclared;
    user;
    workdir;
    shell;
    /** What WORKDIR makes of its paths, for mounts. */
    folder = '';
    constructor(head, body) {
        this.index = head.index;
        this.name = head.name;
        this.instruction = head.instruction;
        this.base = head.base;
        this.platform = head.platform;
        this.parent = head.parent;
        this.system = head.parent?.system ?? head.system;
        this.body = body;
        this.undeclared = head.undeclared;
    }
    /** Takes over what its parent ends with; called when the parent is through. */
    inherit() {
        this.variables = new Variables(this.parent?.variables);
        this.declared = new Variables(this.parent?.declared);
        this.user = this.parent?.user;
        this.workdir = this.parent?.workdir;
        this.shell = this.parent?.shell;
        this.folder = this.parent?.folder ?? '';
        if (!this.variables.has('PATH'))
            this.variables.set('PATH', { value: '/usr/local/bin:/usr/bin:/bin', reason: 'depends on $PATH of the base image' });
    }
    get now() {
        return { environment: this.variables.now(), user: this.user, workdir: this.workdir, shell: this.shell };
    }
    get end() {
        return this.now;
    }
}
/** The variables of ARG before the first FROM. */
function globalArguments(before, lastName, token, report) {
    const declared = new Set();
    const variables = platformArguments(lastName);
    for (const instruction of before) {
        if (instruction.name !== 'arg')
            continue;
        for (const pair of instruction.pairs) {
            declared.add(pair.name.text);
            if (!pair.value)
                continue;
            const expander = new Expander(variables, token);
            const found = expander.word(pair.value);
            if (typeof found === 'string')
                report(instruction, found);
            else
                variables.set(pair.name.text, found);
        }
    }
    return { variables, declared };
}
/** Resolves what a FROM names: an image, `scratch` or an earlier stage. */
function readStage(instruction, body, stages, globals, token, report) {
    const word = instruction.words[0] ?? { text: '', span: instruction.key };
    const expander = new Expander(globals.variables, token);
    const base = stages_settle(expander.word(word), word, instruction, report);
    if (base.value === '' && base.fault === undefined)
        report(instruction, blankBase(word, base));
    const parent = stages.byName.get(base.value);
    const name = (instruction.words[2]?.text ?? '').toLowerCase();
    const platform = readPlatform(instruction, expander, report);
    if (!parent && base.value && base.value !== 'scratch' && !parseImage(base.value).valid)
        report(instruction, invalidImage(base.value));
    const undeclared = [...expander.unset.keys()].filter((unset) => !globals.declared.has(unset));
    const system = parsePlatform(platform?.value ?? '')?.system ?? 'linux';
    return new StageDraft({ index: stages.count, name, instruction, base, platform, parent, system, undeclared }, body);
}
function invalidImage(reference) {
    const upper = reference !== reference.toLowerCase() ? ': a repository is written in lower case' : ': write registry/repository:tag';
    return `\`${reference}\` is no image reference${upper}`;
}
function blankBase(word, base) {
    const [name] = base.unset;
    return name
        ? `FROM ${word.text} is blank without a build argument: write ARG ${name}=image:tag before the first FROM`
        : `FROM ${word.text} is blank: write an image`;
}
function stages_settle(found, word, instruction, report) {
    if (typeof found !== 'string')
        return found;
    report(instruction, found);
    return { word, value: '', reason: 'cannot be read', unset: [], fault: found };
}
function readPlatform(instruction, expander, report) {
    const word = flagValue(instruction, 'platform');
    if (!word?.text)
        return undefined;
    const found = expander.word(word);
    if (typeof found === 'string')
        report(instruction, found);
    else if (found.value === '')
        report(instruction, `--platform=${word.text} is blank: write one such as linux/amd64, or take it away`);
    else if (!parsePlatform(found.value))
        report(instruction, `\`${found.value}\` is no platform: write one such as linux/amd64`);
    return typeof found === 'string' ? undefined : found;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/convert.ts








const IMPLICIT = 'scratch';
/** Makes stages of the instructions, as BuildKit's conversion does, and reports what it refuses. */
function convert(instructions, source, token, report) {
    return new Conversion(source, token, report).run(instructions);
}
class Conversion {
    #source;
    #escape;
    #report;
    #stages = [];
    #states = [];
    #byName = new Map();
    #from = new Map();
    #done = new Set();
    constructor(source, token, report) {
        this.#source = source;
        this.#escape = token;
        this.#report = report;
    }
    run(instructions) {
        const first = instructions.findIndex((one) => one.name === 'from');
        if (first < 0)
            return [];
        const parts = convert_split(instructions.slice(first));
        const lastName = (parts.at(-1)?.head.words[2]?.text ?? '').toLowerCase();
        const globals = globalArguments(instructions.slice(0, first), lastName, this.#escape, this.#report);
        this.#readStages(parts, globals);
        for (const state of [...this.#states])
            for (const one of state.stage?.body ?? [])
                this.#readFrom(one, state, one);
        this.#circles();
        for (const stage of this.#stages)
            this.#convert(stage, globals.variables);
        return this.#stages;
    }
    #readStages(parts, globals) {
        const byName = new Map();
        for (const { head, body } of parts) {
            const stage = readStage(head, body, { count: this.#stages.length, byName }, globals, this.#escape, this.#report);
            const state = { stage, base: stage.base.value, reads: new Map() };
            this.#stages.push(stage);
            this.#states.push(state);
            if (!stage.name)
                continue;
            byName.set(stage.name, stage);
            this.#byName.set(stage.name, state);
        }
    }
    // `at` is where a fault shows: the instruction itself, or the FROM that triggers it.
    #readFrom(one, reader, at) {
        const found = one.name === 'copy' ? this.#copyFrom(one, at) : one.name === 'run' ? this.#mountFrom(one, at) : [];
        for (const { state } of found)
            reader.reads.set(state, one);
        this.#from.set(one, found);
    }
    #copyFrom(one, at) {
        const word = flagValue(one, 'from');
        if (!word?.text)
            return [];
        const expanded = expandWord(word.text, { get: () => undefined }, { escape: this.#escape });
        if ('error' in expanded || expanded.value !== word.text) {
            this.#report(at, `--from=${word.text} takes no variable: name a stage FROM ${word.text} AS name, and copy from it`);
            return [];
        }
        if (!/^[-+]?\d{1,18}$/.test(word.text))
            return [{ flag: word, name: word.text, state: this.#named(word.text, at) }];
        const state = this.#states[Number(word.text)];
        if (!state)
            this.#report(at, `there is no stage ${word.text}: stages count from 0; better give it a name`);
        return state ? [{ flag: word, name: word.text, state }] : [];
    }
    // A mount without `from` reads the empty image, which a stage may be called by name; only a cache would notice.
    #mountFrom(one, at) {
        return flagValues(one, 'mount').map((flag) => {
            const fields = parseFields(flag.text) ?? [];
            const from = fields.findLast((text) => /^from=/i.test(text))?.slice('from='.length) ?? '';
            const cache = fields.some((text) => /^type=cache$/i.test(text));
            return { flag, name: from || (cache ? IMPLICIT : ''), state: this.#named(from || IMPLICIT, at) };
        });
    }
    #named(name, at) {
        const known = this.#byName.get(name.toLowerCase());
        if (known)
            return known;
        const state = { stage: undefined, base: name, reads: new Map() };
        this.#states.push(state);
        this.#done.add(state);
        if (name !== IMPLICIT && !parseImage(name).valid)
            this.#report(at, invalidImage(name));
        return state;
    }
    // Two stages that copy from each other, or one from itself; each state is entered once.
    #circles() {
        const seen = new Set();
        for (const start of this.#states) {
            const path = [];
            const onPath = new Set();
            const enter = (state, by) => {
                seen.add(state);
                onPath.add(state);
                path.push({ state, left: [...state.reads].reverse(), by });
            };
            if (!seen.has(start))
                enter(start, undefined);
            for (let top = path.at(-1); top; top = path.at(-1)) {
                const next = top.left.pop();
                if (!next) {
                    onPath.delete(top.state);
                    path.pop();
                }
                else if (onPath.has(next[0])) {
                    this.#circle([...path.flatMap((one) => one.by ?? []), next[1]], next[0] === top.state);
                    return;
                }
                else if (!seen.has(next[0]))
                    enter(next[0], next[1]);
            }
        }
    }
    #circle(by, own) {
        const first = [...by].sort((a, b) => a.span.start - b.span.start)[0];
        if (!first)
            return;
        const message = own
            ? 'a stage cannot read from itself: name an earlier stage'
            : 'the stages read from each other in a circle: name earlier stages only';
        const named = (this.#from.get(first) ?? []).some((from) => from.name !== '' && from.name !== IMPLICIT);
        this.#report(first, message, named ? 'copy-from' : 'parse');
    }
    #convert(stage, globals) {
        const state = this.#states[stage.index];
        stage.inherit();
        this.#done.add(state);
        for (const trigger of this.#triggers(stage))
            this.#trigger(trigger, stage, state, globals);
        for (const one of stage.body)
            this.#step(one, stage, globals, one);
    }
    #triggers(stage) {
        return (stage.parent?.body ?? []).flatMap((one) => (one.name === 'onbuild' && one.trigger ? [one.trigger] : []));
    }
    // The triggers of the stage it is built from run first; what is wrong with them shows at the FROM.
    #trigger(trigger, stage, state, globals) {
        const refused = refusal(trigger);
        if (refused) {
            this.#report(stage.instruction, `its ONBUILD trigger does not build: ${refused.message}`);
            return;
        }
        this.#readFrom(trigger, state, stage.instruction);
        this.#step(trigger, stage, globals, stage.instruction);
    }
    #step(one, stage, globals, at) {
        const from = this.#from.get(one) ?? [];
        const before = stage.now;
        const expander = new Expander(before.environment, this.#escape);
        const late = from.find((each) => each.name !== '' && !this.#done.has(each.state));
        if (late)
            this.#report(at, `stage \`${late.name}\` comes later: move it before this stage`, at === one && late.name !== IMPLICIT ? 'copy-from' : 'parse');
        const fault = dispatch(one, { stage, globals, source: this.#source, expander });
        if (fault)
            this.#report(at, fault, one.name === 'expose' && at === one ? 'port' : 'parse');
        const named = from.filter((each) => each.name !== '').map((each) => ({ flag: each.flag, name: each.name, stage: each.state.stage }));
        // BuildKit splits EXPOSE into words without looking for what is not declared.
        const unset = one.name === 'expose' ? [] : [...expander.unset];
        const undeclared = unset.filter(([name]) => !stage.declared.has(name)).map(([name, word]) => ({ name, word }));
        if (one.name === 'arg')
            for (const pair of one.pairs)
                stage.declared.set(pair.name.text, { value: '', reason: '' });
        if (at === one)
            stage.steps.push({ instruction: one, stage, before, expanded: expander.done, from: named, undeclared });
    }
}
function convert_split(instructions) {
    const parts = [];
    for (const one of instructions) {
        if (one.name === 'from')
            parts.push({ head: one, body: [] });
        else
            parts.at(-1)?.body.push(one);
    }
    return parts;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/directives.ts

const directives_NAMES = ['syntax', 'escape', 'check'];
/** Reads `# name=value` lines at the top of the file, until a line that is none. */
class DirectiveReader {
    #seen = new Set();
    #done = false;
    /** `line` starts at its first character that is no space and stands at `offset`. */
    read(line, offset) {
        if (this.#done)
            return undefined;
        const found = line.startsWith('#') ? directive(line) : undefined;
        if (!found) {
            this.#done = true;
            return undefined;
        }
        if (this.#seen.has(found.name))
            return { twice: found.name };
        this.#seen.add(found.name);
        return { ...found, span: { start: offset, end: offset + line.length } };
    }
}
function directive(line) {
    let at = 1;
    while (at < line.length && isSpace(line.charAt(at)))
        at++;
    const match = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=(.*)$/s.exec(line.slice(at));
    const name = directives_NAMES.find((one) => one === match?.[1]?.toLowerCase());
    const value = (match?.[2] ?? '').replace(/^[\t\n\f\r ]+/, '').replace(/[\t\n\f\r ]+$/, '');
    return name && value ? { name, value } : undefined;
}

;// CONCATENATED MODULE: ./src/source/dockerfile/joined.ts
/** Puts a text together from pieces of the source and remembers where each character stands. */
class Weave {
    #text = '';
    #start;
    #starts = [];
    #offsets = [];
    /** `start` is where it stands when nothing is ever added. */
    constructor(start) {
        this.#start = start;
    }
    get text() {
        return this.#text;
    }
    add(text, offset) {
        if (!text)
            return this;
        this.#starts.push(this.#text.length);
        this.#offsets.push(offset);
        this.#text += text;
        return this;
    }
    at(offset) {
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return (this.#offsets[low] ?? this.#start) + offset - (this.#starts[low] ?? 0);
    }
    span(from, to) {
        const start = this.at(from);
        return { start, end: to > from ? this.at(to - 1) + 1 : start };
    }
}

;// CONCATENATED MODULE: ./src/source/dockerfile/lines.ts




// BuildKit's scanner refuses longer lines; counted in bytes.
const LONGEST_LINE = 65_535;
class Stop extends Error {
    span;
    constructor(message, span) {
        super(message);
        this.span = span;
    }
}
/** Splits a file into directives, comments and the joined lines of instructions. `takesHeredocs` tells which announce any. */
function readLines(source, takesHeredocs) {
    const reader = new LineReader(source, takesHeredocs);
    let fault;
    try {
        reader.read();
    }
    catch (error) {
        if (!(error instanceof Stop))
            throw error;
        fault = { message: error.message, span: error.span };
    }
    const { directives, lines } = reader;
    return { escape: reader.escape, directives, pieces: reader.pieces(), lines, fault };
}
class LineReader {
    escape = '\\';
    directives = [];
    lines = [];
    #pieces = [];
    #text;
    #takesHeredocs;
    #directiveReader = new DirectiveReader();
    #comments = [];
    #at = 0;
    constructor(source, takesHeredocs) {
        this.#text = source.text;
        this.#takesHeredocs = takesHeredocs;
    }
    /** Everything up to the end of the file: what was not read is one piece. */
    pieces() {
        const read = this.#pieces.at(-1)?.span.end ?? 0;
        if (read === this.#text.length)
            return this.#pieces;
        return [...this.#pieces, { kind: 'unread', span: { start: read, end: this.#text.length } }];
    }
    read() {
        for (let line = this.#next(); line; line = this.#next())
            this.#begin(line);
    }
    #next() {
        const start = this.#at;
        if (start >= this.#text.length)
            return undefined;
        const found = this.#text.indexOf('\n', start);
        const next = found < 0 ? this.#text.length : found + 1;
        let end = found < 0 ? next : found;
        if (byteLength(this.#text, start, end) > LONGEST_LINE)
            throw new Stop('the line is longer than 65,535 bytes: split it with continuations', { start, end: start });
        while (end > start && this.#text.charAt(end - 1) === '\r')
            end--;
        this.#at = next;
        return { start, end, next };
    }
    #begin(line) {
        let start = line.start;
        while (start < line.end && isSpace(this.#text.charAt(start)))
            start++;
        const text = this.#text.slice(start, line.end);
        const directive = this.#directive(text, start);
        if (directive || text.startsWith('#')) {
            this.#piece(directive ? 'directive' : 'comment', line.start, line.next);
            if (!directive)
                this.#comment(text, start);
            return;
        }
        if (text)
            this.#instruction(line, start);
        else
            this.#piece('blank', line.start, line.next);
    }
    #comment(text, start) {
        const content = text.slice(1).trim();
        if (!content)
            this.#comments = [];
        else {
            const at = start + 1 + text.slice(1).indexOf(content);
            this.#comments.push({ text: content, span: { start: at, end: at + content.length } });
        }
    }
    #directive(text, start) {
        const found = this.#directiveReader.read(text, start);
        if (!found)
            return false;
        const span = { start, end: start + text.length };
        if ('twice' in found)
            throw new Stop(`the parser directive \`${found.twice}\` stands twice: keep one`, span);
        this.directives.push(found);
        if (found.name === 'escape') {
            if (found.value !== '\\' && found.value !== '`')
                throw new Stop('the escape character is neither \\ nor `: write `# escape=\\` or `# escape=``', span);
            this.escape = found.value;
        }
        return true;
    }
    #instruction(first, start) {
        const joined = new Weave(start);
        let last = first;
        let empty = false;
        let open = this.#join(joined, first, start);
        // A line of nothing but the escape character is an instruction only if something follows it.
        for (let line = open ? this.#next() : undefined; line; line = open ? this.#next() : undefined) {
            last = line;
            const content = this.#text.slice(line.start, line.end);
            const bare = content.trimStart();
            if (bare.startsWith('#'))
                continue;
            if (bare === '')
                empty = true;
            else
                open = this.#join(joined, line, line.start);
        }
        const emptyContinuation = empty ? { start: last.start, end: last.end } : undefined;
        const { heredocs, end } = this.#heredocs(joined.text, last, start);
        this.lines.push({ joined, start, end: end.end, comments: this.#comments, heredocs, emptyContinuation });
        this.#comments = [];
        this.#piece('instruction', first.start, end.next);
    }
    // Adds a line without its continuation; true when it has one.
    #join(joined, line, start) {
        let end = line.end;
        while (end > start && /[ \t]/.test(this.#text.charAt(end - 1)))
            end--;
        const continued = end > start && this.#text.charAt(end - 1) === this.escape && (end - 1 === start || this.#text.charAt(end - 2) !== this.escape);
        joined.add(this.#text.slice(start, continued ? end - 1 : line.end), start);
        return continued;
    }
    #heredocs(text, last, start) {
        const heredocs = [];
        let end = last;
        if (!text.includes('<<') || !this.#takesHeredocs(text, this.escape))
            return { heredocs, end };
        for (const head of heredocsOf(text)) {
            const found = this.#heredoc(head, start);
            heredocs.push(found.heredoc);
            end = found.end;
        }
        return { heredocs, end };
    }
    #heredoc(head, start) {
        const from = this.#at;
        for (let line = this.#next(); line; line = this.#next()) {
            const content = this.#text.slice(line.start, line.end);
            if ((head.chomp ? content.replace(/^\t+/, '') : content) === head.name)
                return { heredoc: { ...head, body: { start: from, end: line.start } }, end: line };
        }
        throw new Stop(`the here-document is not closed: write a line with nothing but ${head.name}`, { start, end: start });
    }
    #piece(kind, start, end) {
        this.#pieces.push({ kind, span: { start, end } });
    }
}
function byteLength(text, start, end) {
    if (end - start > LONGEST_LINE)
        return end - start;
    return (end - start) * 3 <= LONGEST_LINE ? end - start : Buffer.byteLength(text.slice(start, end));
}

;// CONCATENATED MODULE: ./src/source/dockerfile/parse.ts






/** Reads a Dockerfile as BuildKit does. Never throws: what cannot be read is a fault, and the rest is read. */
function parseDockerfile(source) {
    const read = readLines(source, takesHeredocs);
    const { directives, pieces, lines, fault } = read;
    const faults = new Faults(source, directives.some(isOtherFrontend) ? 'unknown' : 'fail');
    const taken = [];
    const instructions = lines.map((line) => {
        const parsed = parseInstruction(line, read.escape);
        const refused = parsed.fault ? { message: parsed.fault, kind: 'parse' } : refusal(parsed.instruction);
        if (refused)
            faults.add(firstWord(parsed.instruction), refused.message, refused.kind);
        else
            taken.push(parsed.instruction);
        return parsed.instruction;
    });
    if (fault)
        faults.add(fault.span, fault.message, 'parse');
    for (const directive of directives) {
        const wrong = directive.name === 'check' ? checkFault(directive.value) : undefined;
        if (wrong)
            faults.add(directive.span, wrong, 'parse');
    }
    const end = pieces.at(-1)?.span.start ?? 0;
    if (!fault)
        orderFaults(instructions, taken, faults, { start: end, end });
    // What the conversion refuses in a file with holes may be the holes' doing.
    const holes = faults.all.length > 0;
    const stages = convert(taken, source, read.escape, (instruction, message, kind = 'parse') => {
        if (!holes)
            faults.add(firstWord(instruction), message, kind);
    });
    const whole = { start: 0, end: source.text.length };
    return { source, origin: originAt(source, whole), escape: read.escape, pieces, directives, instructions, stages, faults: faults.all };
}
// `# syntax=` may name a frontend with a language of its own.
function isOtherFrontend({ name, value }) {
    return name === 'syntax' && !/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@\s]|$)/.test(value);
}
// `# check=skip=RuleA,RuleB;error=true`
function checkFault(value) {
    for (const part of value.split(';')) {
        const [key = '', setting] = part.split(/=(.*)/s);
        if (setting === undefined || !['skip', 'experimental', 'error'].includes(key.trim()))
            return `\`${part.trim()}\` is no option of a check: write skip=RULE,… or error=true`;
        if (key.trim() === 'error' && !isBoolean(setting.trim()))
            return `error=${setting.trim()} is neither true nor false`;
    }
    return undefined;
}
// BuildKit names the line where an instruction begins, which is before its keyword when that line is nothing but a continuation.
function firstWord(instruction) {
    const { span, key } = instruction;
    return span.start === key.start ? key : { start: span.start, end: span.start };
}
class Faults {
    #source;
    #answer;
    #found = new Map();
    constructor(source, answer) {
        this.#source = source;
        this.#answer = answer;
    }
    get all() {
        return [...this.#found.values()].sort((a, b) => a.span.start - b.span.start);
    }
    /** The first of an instruction only: the others may follow from it. */
    add(span, message, kind) {
        if (!this.#found.has(span.start))
            this.#found.set(span.start, { ...this.#source.place(span), message, answer: this.#answer, kind, span });
    }
}
function orderFaults(instructions, taken, faults, end) {
    const first = taken.find((one) => one.name !== 'arg');
    if (first) {
        if (first.name !== 'from')
            faults.add(firstWord(first), `${first.keyword.toUpperCase()} stands before the first FROM: only ARG and comments may`, 'order');
    }
    else if (!instructions.length)
        faults.add(end, 'the file has no instructions: begin with FROM', 'order');
    else if (taken.length === instructions.length)
        faults.add(instructions[0]?.key ?? end, 'the file has no FROM: write one, such as FROM scratch', 'order');
}

;// CONCATENATED MODULE: ./src/source/kinds.ts
const API_VERSION = /\bapiVersion["']?\s*:/;
const KIND = /\bkind["']?\s*:/;
// Where an object's own keys stand.
const TOP_API_VERSION = /^["']?apiVersion["']?[ \t]*:/m;
const TOP_KIND = /^["']?kind["']?[ \t]*:/m;
const SERVICES = /^["']?services["']?[ \t]*:[ \t]*(?:#.*)?\r?$/m;
const IMAGE_OR_BUILD = /^[ \t]+(?:image|build)[ \t]*:/m;
const TOP_HALF = /^["']?(?:apiVersion|kind)["']?[ \t]*:[ \t]*["']?[A-Za-z]/m;
const TOP_BODY = /^["']?(?:metadata|spec)["']?[ \t]*:/m;
/** Whether a text is worth looking at as Kubernetes at all. Cheap: most YAML and JSON files are something else. */
function mayBeKubernetes(text) {
    if (text.includes('apiVersion') && text.includes('kind') && API_VERSION.test(text) && KIND.test(text))
        return true;
    return (text.includes('apiVersion') || text.includes('kind')) && TOP_HALF.test(text) && TOP_BODY.test(text);
}
const A_VERSION = /^(?:[a-z0-9.-]+\/)?v[0-9]+(?:(?:alpha|beta)[0-9]+)?$/;
const A_KIND = /^[A-Z][A-Za-z0-9]*$/;
/** Whether a document is plainly an object whose apiVersion or kind was forgotten: one of the two, and a body. No cluster takes it. */
function isHalf({ apiVersion, kind, keys, }) {
    if (!keys.includes('metadata') && !keys.includes('spec'))
        return false;
    if (kind === undefined)
        return apiVersion !== undefined && A_VERSION.test(apiVersion) && !keys.includes('kind');
    return apiVersion === undefined && A_KIND.test(kind) && !keys.includes('apiVersion');
}
/** Whether a text that does not parse was meant for Kubernetes: both keys stand where an object's own do. */
function isMeantForKubernetes(text, name, templated) {
    if (name === 'json' || templated)
        return mayBeKubernetes(text);
    return TOP_API_VERSION.test(text) && TOP_KIND.test(text);
}
function mayBeCompose(text) {
    return SERVICES.test(text) && IMAGE_OR_BUILD.test(text);
}
/** API groups whose objects no cluster holds: configuration of tools and components. */
const CONFIGURATION = new Set([
    ...['apiserver.config.k8s.io', 'audit.k8s.io', 'client.authentication.k8s.io', 'kubeadm.k8s.io', 'kubectl.config.k8s.io'],
    ...['kubelet.config.k8s.io', 'kubeproxy.config.k8s.io', 'kubescheduler.config.k8s.io', 'kubecontrollermanager.config.k8s.io'],
    ...['cloudcontrollermanager.config.k8s.io', 'controller-runtime.sigs.k8s.io', 'clusterctl.cluster.x-k8s.io', 'config.kubernetes.io'],
    ...[
        'skaffold',
        'kind.x-k8s.io',
        'kind.sigs.k8s.io',
        'k3d.io',
        'ctlptl.dev',
        'minikube.sigs.k8s.io',
        'eksctl.io',
        'kops.k8s.io',
        'k0sctl.k0sproject.io',
    ],
    ...[
        'kubeone.k8c.io',
        'kuttl.dev',
        'kpt.dev',
        'fn.kpt.dev',
        'cli.kyverno.io',
        'chainsaw.kyverno.io',
        'backstage.io',
        'scaffolder.backstage.io',
        'garden.io',
    ],
    ...[
        'kapp.k14s.io',
        'kbld.k14s.io',
        'vendir.k14s.io',
        'imgpkg.carvel.dev',
        'mirror.openshift.io',
        'krew.googlecontainertools.github.com',
        'openslo',
        'builder.scaffold',
    ],
    ...[
        'test.gatekeeper.sh',
        'resourcemanager.config.k8s.io',
        'pod-security.admission.config.k8s.io',
        'imagepolicy.k8s.io',
        'helm.garden.io',
        'tilt.dev',
    ],
]);
/** Kubernetes' own groups without a dot. Any other has one, so that `skaffold/v4beta1` and `release-notes/v2` belong to tools. */
const SHORT_GROUPS = new Set(['', 'apps', 'autoscaling', 'batch', 'extensions', 'policy']);
/** Kinds that stay Kubernetes' own under a misspelt group: `app/v1`. */
const COMMON = /^(?:Pod|Deployment|DaemonSet|StatefulSet|ReplicaSet|ReplicationController|Job|CronJob|Service|ServiceAccount|ConfigMap|Secret|Namespace|Ingress|(?:Cluster)?Role(?:Binding)?|NetworkPolicy|PersistentVolume(?:Claim)?|HorizontalPodAutoscaler|PodDisruptionBudget|List)$/;
function isConfiguration(apiVersion, kind) {
    const group = groupOf(apiVersion);
    if (CONFIGURATION.has(group))
        return true;
    if (group === '')
        return apiVersion === 'v1' && kind === 'Config'; // a kubeconfig
    return !group.includes('.') && !SHORT_GROUPS.has(group) && !COMMON.test(kind);
}
function groupOf(apiVersion) {
    const slash = apiVersion.indexOf('/');
    return slash < 0 ? '' : apiVersion.slice(0, slash);
}
/** What a document is, by the file's name and the document's head; undefined for what is none of ours. */
function kinds_kindOf(name, head) {
    const { apiVersion, kind } = head;
    if (apiVersion !== undefined && kind !== undefined) {
        if (groupOf(apiVersion) === 'kustomize.config.k8s.io')
            return 'kustomization';
        return isConfiguration(apiVersion, kind) ? 'config' : 'kubernetes';
    }
    return name === 'yaml' || name === 'json' ? undefined : name === 'dockerfile' ? undefined : name;
}
/** They describe kinds and run nothing: only what is about them sees them. */
function kinds_isDefinition({ apiVersion, kind, }) {
    return kind === 'CustomResourceDefinition' && apiVersion?.startsWith('apiextensions.k8s.io/') === true;
}

;// CONCATENATED MODULE: ./src/source/values.ts

/** What `read` gives; undefined where a template decides it. */
function settled(read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof Unsettled)
            return undefined;
        throw error;
    }
}
function mapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
/** A value below, by keys and indexes. Own properties only: keys come from hostile files. */
function values_member(value, ...path) {
    let found = value;
    for (const key of path) {
        const holder = found;
        if (typeof holder !== 'object' || holder === null)
            return undefined;
        found = settled(() => (Object.hasOwn(holder, key) ? holder[key] : undefined));
    }
    return found;
}
function values_text(value, ...path) {
    const found = values_member(value, ...path);
    return typeof found === 'string' ? found : undefined;
}
/** A list's items, unsettled ones undefined; [] for what is no list. */
function items(value, ...path) {
    const found = values_member(value, ...path);
    const length = Array.isArray(found) ? settled(() => found.length) : 0;
    return Array.from({ length: length ?? 0 }, (_, index) => values_member(found, index));
}
/** A mapping's settled entries; [] for what is no mapping. */
function entries(value, ...path) {
    const found = mapping(values_member(value, ...path));
    if (!found)
        return [];
    const keys = settled(() => Object.keys(found)) ?? [];
    return keys.map((key) => [key, values_member(found, key)]);
}
/** The origin of a value below an object that carries one. */
function values_placeOf(value, ...path) {
    let origin = originOf(value);
    for (const key of path)
        origin = origin?.child(key);
    return origin;
}
/** A copy without what is not settled. What aliases share stays shared. */
function settledCopy(value, copies = new Map()) {
    if (typeof value !== 'object' || value === null)
        return value;
    const known = copies.get(value);
    if (known !== undefined)
        return known;
    const isList = Array.isArray(value);
    const copy = isList ? [] : {};
    copies.set(value, copy);
    for (const key of settled(() => Object.keys(value)) ?? []) {
        const found = settledCopy(values_member(value, key), copies);
        if (found === undefined)
            continue;
        if (Array.isArray(copy))
            copy.push(found);
        else
            Object.defineProperty(copy, key, { value: found, enumerable: true, configurable: true, writable: true });
    }
    return copy;
}

;// CONCATENATED MODULE: ./src/source/yaml/node.ts
const SCALAR = 0;
const MAPPING = 1;
const SEQUENCE = 2;
const ALIAS = 3;
class Scalar {
    type = SCALAR;
    start;
    end;
    /** With escapes, folding and indentation resolved. */
    text;
    /** Neither quoted nor a block: only then may it be a number, a boolean or null. */
    plain;
    /** As written, with the shorthand resolved: `tag:yaml.org,2002:str`, `!foo`. */
    tag;
    constructor(start, end, text, plain) {
        this.start = start;
        this.end = end;
        this.text = text;
        this.plain = plain;
        this.tag = undefined;
    }
}
/** Block mappings span from the first key to the end of the last value, flow mappings from brace to brace. */
class Mapping {
    type = MAPPING;
    start;
    end;
    keys = [];
    /** A missing value is an empty plain scalar at its key's end. */
    values = [];
    /** The keys' names as the schema reads them; made at the first use. */
    names;
    constructor(start, end) {
        this.start = start;
        this.end = end;
        this.names = undefined;
    }
}
class Sequence {
    type = SEQUENCE;
    start;
    end;
    items = [];
    /** Offset of each item's dash; empty for a flow sequence. */
    dashes = [];
    constructor(start, end) {
        this.start = start;
        this.end = end;
    }
}
class Alias {
    type = ALIAS;
    start;
    end;
    name;
    /** Undefined where no anchor of that name stands before. */
    target;
    constructor(start, end, name, target) {
        this.start = start;
        this.end = end;
        this.name = name;
        this.target = target;
    }
}

;// CONCATENATED MODULE: ./src/source/yaml/scalar.ts
const STANDARD = 'tag:yaml.org,2002:';
const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
function scalarValue(node, schema) {
    const { tag, text } = node;
    if (tag === undefined)
        return node.plain ? plainValue(text, schema) : text;
    if (tag === `${STANDARD}binary`)
        return decodeBase64(text);
    if (!tag.startsWith(STANDARD) || tag === `${STANDARD}str`)
        return text;
    return plainValue(text, schema);
}
/** What go-yaml makes of a key: everything becomes text. */
function keyName(node, schema) {
    if (!node.plain || node.tag !== undefined)
        return node.text;
    const value = plainValue(node.text, schema);
    // An infinite key keeps its spelling: the API machinery prints the float as YAML writes it.
    if (typeof value === 'number' && !Number.isFinite(value))
        return value > 0 ? '.inf' : value < 0 ? '-.inf' : '.nan';
    return typeof value === 'string' ? value : String(value);
}
function plainValue(text, schema) {
    const first = text.charCodeAt(0);
    // Digits, sign, dot: may be a number. NaN (empty text) falls through to the words.
    if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46)
        return scalar_numberOf(text, schema) ?? text;
    if (text.length > 5)
        return text;
    const word = scalar_WORDS[schema].get(text);
    return word === undefined ? text : word;
}
const CORE = new Map([
    ['', null],
    ['~', null],
    ...['null', 'Null', 'NULL'].map((word) => [word, null]),
    ...['true', 'True', 'TRUE'].map((word) => [word, true]),
    ...['false', 'False', 'FALSE'].map((word) => [word, false]),
]);
const scalar_WORDS = {
    core: CORE,
    kubernetes: new Map([
        ...CORE,
        ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word) => [word, true]),
        ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, false]),
    ]),
};
function scalar_numberOf(text, schema) {
    if (text.charCodeAt(0) === 46 || text.charCodeAt(1) === 46) {
        const special = scalar_SPECIAL.get(text);
        if (special !== undefined)
            return special;
    }
    if (schema === 'core')
        return coreNumber(text);
    const digits = text.includes('_') ? text.replaceAll('_', '') : text;
    if (text.startsWith('_'))
        return undefined;
    const integer = integerOf(digits);
    if (integer !== undefined)
        return carried(integer);
    return FLOAT.test(digits) ? finite(Number(digits)) : undefined;
}
function coreNumber(text) {
    if (/^[-+]?\d+$/.test(text))
        return carried(BigInt(text.startsWith('+') ? text.slice(1) : text));
    if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(text))
        return carried(BigInt(text));
    return FLOAT.test(text) ? finite(Number(text)) : undefined;
}
const scalar_SPECIAL = new Map([
    ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY]),
    ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY]),
    ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN]),
]);
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
// strconv.ParseInt with base 0, then a second try for 0b; what is larger than an uint64 is no integer.
function integerOf(text) {
    const negative = text.startsWith('-');
    const body = negative || text.startsWith('+') ? text.slice(1) : text;
    const magnitude = magnitudeOf(body);
    if (magnitude === undefined)
        return undefined;
    if (negative)
        return -magnitude >= INT64.min ? -magnitude : undefined;
    return magnitude < 2n ** 64n ? magnitude : undefined;
}
function magnitudeOf(body) {
    if (/^[1-9]\d*$/.test(body))
        return body.length < 25 ? BigInt(body) : undefined;
    if (body.length > 70)
        return undefined;
    if (/^0[xX][0-9a-fA-F]+$|^0[bB][01]+$|^0[oO][0-7]+$/.test(body))
        return BigInt(body.toLowerCase());
    if (/^0[0-7]*$/.test(body))
        return body === '0' ? 0n : BigInt(`0o${body.slice(1)}`);
    return undefined;
}
// JSON carries it to the API server, which reads what fits an int64 as integer and all else as float64.
function carried(integer) {
    return integer >= INT64.min && integer <= INT64.max ? integer : Number(integer);
}
// 1e3 and 5. are written into JSON as 1000 and 5, so the API server sees integers; a float without a finite value stays text.
function finite(value) {
    if (!Number.isFinite(value))
        return undefined;
    if (!Number.isInteger(value) || Math.abs(value) >= 1e21)
        return value;
    const integer = BigInt(String(value));
    return carried(integer);
}
function decodeBase64(text) {
    return new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s/g, '')), (char) => char.charCodeAt(0)));
}

;// CONCATENATED MODULE: ./src/source/yaml/origin.ts


/** The place of a node as written; members are found when they are asked for. */
class WrittenOrigin {
    #ground;
    #node;
    #keyStart;
    #keyEnd;
    constructor(ground, node, keyStart, keyEnd) {
        this.#ground = ground;
        this.#node = node;
        this.#keyStart = keyStart;
        this.#keyEnd = keyEnd;
    }
    get source() {
        return this.#ground.source;
    }
    get span() {
        return { start: this.#node.start, end: this.#node.end };
    }
    get key() {
        return { start: this.#keyStart, end: this.#keyEnd };
    }
    get anchor() {
        return undefined;
    }
    child(key) {
        const node = this.#node;
        if (node.type === SEQUENCE) {
            const item = typeof key === 'number' ? node.items[key] : undefined;
            return item && itemOrigin(this.#ground, item, node.dashes[key]);
        }
        if (node.type !== MAPPING || typeof key !== 'string')
            return undefined;
        return memberOrigin(this.#ground, node, key);
    }
    keys() {
        return this.#node.type === MAPPING ? origin_namesOf(this.#node, this.#ground.schema) : [];
    }
}
/** What is reached through an alias or a merge key: stands at the use, with what is written there as anchor. */
class UsedOrigin {
    source;
    span;
    key;
    anchor;
    constructor(span, key, anchor) {
        this.source = anchor.source;
        this.span = span;
        this.key = key;
        this.anchor = anchor;
    }
    child(key) {
        const child = this.anchor.child(key);
        return child && new UsedOrigin(this.span, this.key, child);
    }
    keys() {
        return this.anchor.keys?.() ?? [];
    }
}
function itemOrigin(ground, item, dash) {
    return dash === undefined ? origin_originAt(ground, item, item.start, item.end) : origin_originAt(ground, item, dash, dash + 1);
}
/** The origin of `node`, which stands at that key; through its alias where it is one. */
function origin_originAt(ground, node, keyStart, keyEnd) {
    if (node.type !== ALIAS || !node.target)
        return new WrittenOrigin(ground, node, keyStart, keyEnd);
    const { target } = node;
    const anchor = new WrittenOrigin(ground, target, target.start, target.end);
    return new UsedOrigin({ start: node.start, end: node.end }, { start: keyStart, end: keyEnd }, anchor);
}
/** The names of a mapping's keys as the schema reads them; '' with no meaning where a key is no scalar. */
function origin_namesOf(node, schema) {
    node.names ??= node.keys.map((key) => origin_nameOf(key, schema));
    return node.names;
}
function origin_nameOf(key, schema) {
    const scalar = key.type === ALIAS ? key.target : key;
    return scalar?.type === SCALAR ? keyName(scalar, schema) : '';
}
function isMerge(key) {
    return key.type === SCALAR && key.plain && key.text === '<<';
}
// The last of equal keys is the one that counts; what a mapping writes itself wins over what it merges.
function memberOrigin(ground, node, name) {
    const names = origin_namesOf(node, ground.schema);
    const index = names.lastIndexOf(name);
    const key = node.keys[index];
    const value = node.values[index];
    if (key && value && !isMerge(key))
        return origin_originAt(ground, value, key.start, key.end);
    for (const [at, candidate] of node.keys.entries()) {
        const merged = isMerge(candidate) ? mergedOrigin(ground, candidate, node.values[at], name, 0) : undefined;
        if (merged)
            return merged;
    }
    return undefined;
}
function mergedOrigin(ground, key, value, name, depth) {
    if (depth > 20)
        return undefined;
    if (value.type === MAPPING)
        return memberOrigin(ground, value, name);
    if (value.type === ALIAS) {
        const found = value.target?.type === MAPPING ? memberOrigin(ground, value.target, name) : undefined;
        return found && new UsedOrigin({ start: value.start, end: value.end }, { start: key.start, end: key.end }, found);
    }
    if (value.type !== SEQUENCE)
        return undefined;
    for (const item of value.items) {
        const found = mergedOrigin(ground, key, item, name, depth + 1);
        if (found)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/source/yaml/build.ts




/** go-yaml allows 10,000 levels; no manifest has fifty, and what recurses over values stays well within the stack. */
const MAX_DEPTH = 200;
/** A "billion laughs" text of a few lines stands for billions of values. */
const MAX_ALIASED = 100_000;
/** Builds the plain value of a tree as the schema reads it, each object and list with its origin; null entries and items are left out. */
class Builder {
    flaws = [];
    ground;
    #open = new Set();
    #aliased = 0;
    constructor(ground) {
        this.ground = ground;
    }
    root(node) {
        const origin = origin_originAt(this.ground, node, node.start, node.end);
        return { value: this.value(node, origin, 0), origin };
    }
    /** Undefined for null. */
    value(node, origin, depth) {
        if (this.#open.size > 0 && ++this.#aliased > MAX_ALIASED) {
            if (this.#aliased === MAX_ALIASED + 1)
                this.#flaw(node, `aliases stand for more than ${MAX_ALIASED} values`);
            return undefined;
        }
        switch (node.type) {
            case SCALAR:
                return this.#scalar(node);
            case ALIAS:
                return this.#alias(node, origin, depth);
            default:
                if (depth < MAX_DEPTH)
                    return node.type === MAPPING ? this.mapping(node, origin, depth + 1) : this.sequence(node, origin, depth + 1);
                this.#flaw(node, `nested more than ${MAX_DEPTH} levels deep`);
                return undefined;
        }
    }
    #scalar(node) {
        const value = scalarValue(node, this.ground.schema);
        if (typeof value === 'number' && !Number.isFinite(value)) {
            this.#flaw(node, `${node.text} cannot be written in JSON, so Kubernetes refuses it`);
            return undefined;
        }
        return value ?? undefined;
    }
    #alias(node, origin, depth) {
        const { target } = node;
        if (!target)
            this.#flaw(node, `no anchor \`&${node.name}\` stands before this alias`);
        else if (this.#open.has(target))
            this.#flaw(node, `the anchor \`&${node.name}\` contains itself`);
        if (!target || this.#open.has(target))
            return undefined;
        this.#open.add(target);
        const value = this.value(target, origin, depth);
        this.#open.delete(target);
        return value;
    }
    sequence(node, origin, depth) {
        const list = [];
        for (let index = 0; index < node.items.length; index++) {
            const item = node.items[index];
            const value = this.value(item, item.type === SCALAR ? origin : this.itemOrigin(node, index, origin), depth);
            if (value !== undefined)
                list.push(value);
        }
        return withOrigin(list, origin);
    }
    mapping(node, origin, depth) {
        const object = {};
        const names = origin_namesOf(node, this.ground.schema);
        const repeated = this.checkKeys(node, names);
        let merges = false;
        for (let index = 0; index < names.length; index++) {
            const key = node.keys[index];
            const value = node.values[index];
            const name = names[index];
            if (isMerge(key))
                merges = true;
            else if (!repeated || names.lastIndexOf(name) === index) {
                const read = this.value(value, value.type === SCALAR ? origin : this.memberOrigin(key, value, name, origin), depth);
                if (read !== undefined)
                    build_setMember(object, name, read);
            }
        }
        if (merges)
            this.merges(node, origin, object, new Set(names), depth);
        return withOrigin(object, origin);
    }
    merges(node, origin, object, taken, depth) {
        for (const [index, key] of node.keys.entries()) {
            if (isMerge(key))
                this.#merge(node.values[index], origin, object, taken, depth);
        }
    }
    // What is written wins over what is merged, and what is merged first over what is merged later.
    #merge(from, origin, object, taken, depth) {
        const node = from.type === ALIAS ? from.target : from;
        if (!node)
            this.#flaw(from, `no anchor \`&${from.name}\` stands before this alias`);
        else if (this.#open.has(node) || depth > MAX_DEPTH)
            this.#flaw(from, 'a mapping is merged into itself');
        else if (node.type === SEQUENCE)
            for (const item of node.items)
                this.#merge(item, origin, object, taken, depth + 1);
        else if (node.type === MAPPING) {
            this.#open.add(node);
            this.#mergeMembers(node, origin, object, taken, depth);
            this.#open.delete(node);
        }
        else
            this.#flaw(from, 'the merge key `<<` takes a mapping or a list of mappings');
    }
    #mergeMembers(node, origin, object, taken, depth) {
        const names = origin_namesOf(node, this.ground.schema);
        for (const [index, name] of names.entries()) {
            // Of equal keys the last counts.
            if (isMerge(node.keys[index]) || taken.has(name) || names.lastIndexOf(name) !== index)
                continue;
            taken.add(name);
            const read = this.value(node.values[index], origin.child(name) ?? origin, depth);
            if (read !== undefined)
                build_setMember(object, name, read);
        }
        this.merges(node, origin, object, taken, depth + 1);
    }
    /** Whether a key stands twice. */
    checkKeys(node, names) {
        for (const key of node.keys)
            this.#checkKey(key);
        if (!hasRepeated(names))
            return false;
        const first = new Map();
        for (const [index, name] of names.entries()) {
            const key = node.keys[index];
            const other = first.get(name);
            if (!other)
                first.set(name, key);
            else if (!isMerge(key))
                this.repeated(key, name, other);
        }
        return true;
    }
    #checkKey(key) {
        const scalar = key.type === ALIAS ? key.target : key;
        if (!scalar)
            this.#flaw(key, `no anchor \`&${key.name}\` stands before this alias`);
        else if (scalar.type !== SCALAR)
            this.#flaw(key, 'a key must be a text, not a mapping or a list');
        else if (scalar.plain && scalar.text.length < 5 && scalarValue(scalar, this.ground.schema) === null) {
            this.#flaw(key, 'a key must not be null');
        }
    }
    repeated(key, name, other) {
        const { line } = this.ground.source.place(other);
        this.flaws.push({ start: key.start, end: key.end, message: `the key \`${name}\` stands twice, first on line ${line}`, fatal: false });
    }
    itemOrigin(node, index, origin) {
        if (origin.anchor)
            return origin.child(index) ?? origin;
        return itemOrigin(this.ground, node.items[index], node.dashes[index]);
    }
    memberOrigin(key, value, name, origin) {
        return origin.anchor ? (origin.child(name) ?? origin) : origin_originAt(this.ground, value, key.start, key.end);
    }
    #flaw(node, message) {
        this.flaws.push({ start: node.start, end: node.end, message, fatal: true });
    }
}
function build_setMember(object, name, value) {
    // Assigning `__proto__` would change the object instead of adding a member.
    if (name === '__proto__')
        Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
    else
        object[name] = value;
}
// Most mappings have a handful of keys: comparing them costs less than a set.
function hasRepeated(names) {
    if (names.length > 12)
        return new Set(names).size < names.length;
    for (let index = 1; index < names.length; index++) {
        if (names.indexOf(names[index]) < index)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./src/source/yaml/cursor.ts
const LINE = 10;
const RETURN = 13;
const cursor_SPACE = 32;
const TAB = 9;
/** Moves over a document's raw text, knowing just enough not to be fooled by what stands in quotes and brackets. */
class cursor_Cursor {
    text;
    end;
    at;
    constructor(text, span) {
        this.text = text;
        this.at = span.start;
        this.end = span.end;
    }
    get done() {
        return this.at >= this.end;
    }
    get code() {
        return this.at < this.end ? this.text.charCodeAt(this.at) : Number.NaN;
    }
    get atQuote() {
        return this.code === 34 || this.code === 39;
    }
    get lineEnd() {
        const end = this.text.indexOf('\n', this.at);
        return end < 0 || end > this.end ? this.end : end;
    }
    skipSpaces() {
        while (this.code === cursor_SPACE || this.code === TAB)
            this.at++;
    }
    skipBlank() {
        while (cursor_isBlank(this.code))
            this.at++;
    }
    /** What the sticky `pattern` matches here. Moves past it. */
    take(pattern) {
        pattern.lastIndex = this.at;
        const taken = pattern.exec(this.text)?.[0];
        if (taken !== undefined)
            this.at += taken.length;
        return taken;
    }
    /** The text of a quoted scalar that lies on one line and has no escapes; undefined for any other. Moves past it. */
    quoted() {
        const quote = this.code;
        const start = ++this.at;
        let simple = true;
        for (; this.at < this.end; this.at++) {
            const code = this.text.charCodeAt(this.at);
            if (code === quote) {
                if (quote === 34 || this.text.charCodeAt(this.at + 1) !== 39)
                    break;
                simple = false;
                this.at++;
            }
            else if (code === 92 && quote === 34) {
                simple = false;
                this.at++;
            }
            else if (code === LINE)
                simple = false;
        }
        const text = simple ? this.text.slice(start, this.at) : undefined;
        this.at++;
        return text;
    }
    /** Moves past a flow collection, or to the end where it is not closed. */
    skipFlow() {
        let depth = 0;
        while (!this.done) {
            const code = this.code;
            if ((code === 34 || code === 39) && opensQuote(this.text.charCodeAt(this.at - 1))) {
                this.quoted();
                continue;
            }
            this.at++;
            if (code === 123 || code === 91)
                depth++;
            else if ((code === 125 || code === 93) && --depth === 0)
                return;
        }
    }
}
function cursor_isBlank(code) {
    return code === cursor_SPACE || code === LINE || code === RETURN || code === TAB;
}
// Within a plain scalar a quote is text.
function opensQuote(before) {
    return cursor_isBlank(before) || before === 91 || before === 123 || before === 44 || before === 58;
}

;// CONCATENATED MODULE: ./src/source/yaml/template/actions.ts
const PREFIX = /\{\{(?:-(?=[ \t\r\n]))?[ \t\r\n]*/y;
const WORD = /\/\*|[^\s()|"'`}]+/y;
const ASSIGNMENT = /^\$\w*(?:[ \t]*,[ \t]*\$\w+)?[ \t]*:?=[^=]/;
/** All actions of a text in order; `unclosed` is the offset of one without its `}}`. */
function actionsOf(text) {
    const actions = [];
    for (let start = text.indexOf('{{'); start >= 0;) {
        PREFIX.lastIndex = start;
        const from = start + (PREFIX.exec(text)?.[0].length ?? 2);
        const end = endOf(text, from);
        if (end < 0)
            return { actions, unclosed: start };
        const body = text
            .slice(from, end - 2)
            .replace(/[ \t\r\n]-$/, '')
            .trim();
        actions.push({ start, end, word: wordOf(body), body });
        start = text.indexOf('{{', end);
    }
    return { actions, unclosed: undefined };
}
function wordOf(body) {
    if (ASSIGNMENT.test(body))
        return '$';
    WORD.lastIndex = 0;
    return WORD.exec(body)?.[0] ?? '';
}
/** Where the action whose body begins at `from` ends, past its braces; -1 where it does not. */
function endOf(text, from) {
    if (text.startsWith('/*', from)) {
        const close = text.indexOf('*/', from + 2);
        const end = close < 0 ? -1 : text.indexOf('}}', close + 2);
        return end < 0 ? -1 : end + 2;
    }
    for (let at = from; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 125 && text.charCodeAt(at + 1) === 125)
            return at + 2;
        if (code === 34 || code === 39 || code === 96) {
            at = closingQuote(text, at, code);
            if (at < 0)
                return -1;
        }
    }
    return -1;
}
// Go's raw strings know no escapes and may go over lines, the others may not.
function closingQuote(text, open, quote) {
    for (let at = open + 1; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === quote)
            return at;
        if (quote !== 96 && code === 10)
            return -1;
        if (quote !== 96 && code === 92)
            at++;
    }
    return -1;
}
const CONTROL = new Set(['if', 'else', 'end', 'range', 'with', 'define', 'block', 'break', 'continue', '$', '/*', '']);
/** Prints nothing itself. */
function isControl(action) {
    return CONTROL.has(action.word);
}
/** The action for people, on one line and not longer than sixty characters. */
function quote(action) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal must not see them
    const words = action.body.replace(/[\s\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ');
    return `{{ ${words.length > 60 ? `${words.slice(0, 59)}…` : words} }}`;
}

;// CONCATENATED MODULE: ./src/source/yaml/template/blocks.ts
/** Deeper nesting is taken for a mistake, so that no walk outwards is long. */
const blocks_MAX_DEPTH = 100;
/** Where which branch is open, and which texts are definitions that print nothing here. */
class Branches {
    definitions = [];
    /** What Go's own parser refuses: an `end` too many, or one missing. */
    unbalanced;
    #from = [0];
    #branch = [undefined];
    constructor(actions) {
        let open;
        for (const action of actions) {
            const { word } = action;
            if (word === 'else' || word === 'end') {
                if (!open) {
                    this.unbalanced = action;
                    return;
                }
                if (word === 'end' && open.opened.word === 'define')
                    this.definitions.push({ start: open.opened.start, end: action.end });
                open = word === 'end' ? open.outer : { ...open };
            }
            else if (OPENS.has(word))
                open = { opened: action, outer: open, depth: (open?.depth ?? 0) + 1 };
            else
                continue;
            if (open && open.depth > blocks_MAX_DEPTH)
                break;
            this.#from.push(action.end);
            this.#branch.push(open);
        }
        this.unbalanced = open?.opened;
    }
    /** The innermost branch at an offset. */
    at(offset) {
        let low = 0;
        let high = this.#from.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#from[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return this.#branch[low];
    }
    /** The innermost branch that all these offsets share. */
    common(offsets) {
        let shared = this.at(offsets[0] ?? 0);
        for (const offset of offsets)
            shared = meeting(shared, this.at(offset));
        return shared;
    }
}
const OPENS = new Set(['if', 'range', 'with', 'define', 'block']);
function meeting(one, other) {
    let [a, b] = [one, other];
    while (a !== b) {
        if ((a?.depth ?? 0) >= (b?.depth ?? 0))
            a = a?.outer;
        else
            b = b?.outer;
    }
    return a;
}

;// CONCATENATED MODULE: ./src/source/yaml/template/mask.ts


/** Stands for what an action prints within a line: a private-use character, which no YAML rule knows. */
const MARK = '\ue000';
function mask(text) {
    const { actions, unclosed } = actionsOf(text);
    const branches = new Branches(actions);
    const insertions = [];
    const pieces = [];
    let at = 0;
    for (const { action, lineStart, alone } of lined(text, actions)) {
        const column = insertedAt(text, action, lineStart, alone);
        if (column !== undefined && !isControl(action))
            insertions.push({ action, column });
        pieces.push(...replaced(text, at, action, alone, column !== undefined));
        at = action.end;
    }
    pieces.push(text.slice(at));
    return {
        text: withoutDefinitions(pieces.join(''), branches),
        actions,
        branches,
        insertions,
        flaw: flawOf(text, unclosed, branches.unbalanced),
    };
}
/** What stands before the action, and what stands for it. */
function replaced(text, from, action, alone, inserts) {
    const before = text.slice(from, action.start);
    const width = action.end - action.start;
    // Line breaks, since a line of spaces means something to a block scalar when it is longer than the indentation.
    if (alone)
        return [before.replace(/[ \t]{1,500}$/, (blanks) => '\n'.repeat(blanks.length)), '\n'.repeat(width)];
    return [before, inserts ? ' '.repeat(width) : MARK.repeat(width)];
}
function flawOf(text, unclosed, unbalanced) {
    if (unclosed !== undefined)
        return { start: unclosed, end: Math.min(unclosed + 2, text.length), message: 'a `{{` without its `}}`' };
    if (!unbalanced)
        return undefined;
    const { start, end, word } = unbalanced;
    const closes = word === 'end' || word === 'else';
    return { start, end, message: closes ? `\`{{ ${word} }}\` closes nothing` : `\`${quote(unbalanced)}\` without its \`{{ end }}\`` };
}
// A definition prints nothing where it stands.
function withoutDefinitions(text, branches) {
    const pieces = [];
    let at = 0;
    for (const { start, end } of branches.definitions.toSorted((a, b) => a.start - b.start)) {
        if (start < at)
            continue;
        pieces.push(text.slice(at, start), '\n'.repeat(end - start));
        at = end;
    }
    return pieces.length === 0 ? text : pieces.join('') + text.slice(at);
}
function lined(text, actions) {
    const all = [];
    let lineStart = 0;
    let run = [];
    for (const [index, action] of actions.entries()) {
        for (let next = text.indexOf('\n', lineStart); next >= 0 && next < action.start; next = text.indexOf('\n', lineStart))
            lineStart = next + 1;
        const entry = { action, lineStart, alone: false };
        const before = all.at(-1)?.action.end ?? 0;
        all.push(entry);
        if (before <= lineStart)
            run = mask_isBlank(text, lineStart, action.start) ? [entry] : [];
        else
            run = run.length > 0 && mask_isBlank(text, before, action.start) ? [...run.slice(-MAX_RUN), entry] : [];
        if (run.length === 0 || !endsLine(text, action.end, actions[index + 1]?.start ?? text.length))
            continue;
        for (const member of run)
            member.alone = true;
        run = [];
    }
    return all;
}
const MAX_RUN = 50;
// With no `g` or `y`: a fixed window, so that a long line costs nothing.
function mask_isBlank(text, start, end) {
    return end - start <= 500 && /^[ \t]*$/.test(text.slice(start, end));
}
function endsLine(text, from, limit) {
    const rest = text.slice(from, Math.min(limit, from + 500));
    return /^[ \t]*(?:[ \t]#[^\n]*)?\r?\n/.test(rest) || (limit === text.length && /^[ \t]*$/.test(rest));
}
/** The column of the lines that the action adds; undefined where it prints within a line. */
function insertedAt(text, action, lineStart, alone) {
    const [, newline, width] = /\|\s*(n?)indent\s+(\d{1,3})\s*\)?$/.exec(action.body.slice(-40)) ?? [];
    if (alone)
        return width ? Number(width) : action.start - lineStart;
    const after = /^[ \t]*\r?(?:\n|$)/.test(text.slice(action.end, action.end + 100));
    const valueOfKey = /:[ \t]*$/.test(text.slice(Math.max(lineStart, action.start - 100), action.start));
    return newline && after && valueOfKey ? Number(width) : undefined;
}

;// CONCATENATED MODULE: ./src/source/yaml/head.ts


/** Reads the head of a document: the lines at the first key's indentation, or the first level of a JSON object. */
function headOf(text, span) {
    const cursor = new cursor_Cursor(text, span);
    const heading = new Heading();
    const indent = firstIndent(cursor);
    if (cursor.code === 123)
        heading.sure = json(cursor, heading);
    else if (indent >= 0 && !atDash(cursor))
        heading.sure = block(cursor, heading, indent);
    const sure = heading.sure && new Set(heading.keys).size === heading.keys.length;
    return { apiVersion: heading.values.get('apiVersion'), kind: heading.values.get('kind'), keys: heading.keys, sure };
}
class Heading {
    keys = [];
    values = new Map();
    sure = true;
}
/** Moves to the first content; its column, or -1 where there is none. */
function firstIndent(cursor) {
    let start = cursor.at;
    while (!cursor.done) {
        const { code } = cursor;
        if (code === 35 || (code === 37 && start === cursor.at))
            cursor.at = cursor.lineEnd;
        else if (!cursor_isBlank(code) && code !== 0xfeff)
            return cursor.at - start;
        else {
            cursor.at++;
            if (code === LINE)
                start = cursor.at;
        }
    }
    return -1;
}
function atDash(cursor) {
    return cursor.code === 45 && (cursor.at + 1 >= cursor.end || cursor_isBlank(cursor.text.charCodeAt(cursor.at + 1)));
}
function block(cursor, heading, indent) {
    while (!cursor.done) {
        if (!entry(cursor, heading) || !nextEntry(cursor, indent))
            return false;
    }
    return true;
}
const PLAIN_KEY = /[\w$./][^\s:#"'{}[\],]*[ \t]*(?=:[ \t\r\n]|:$)/y;
const PLAIN_VALUE = /[\w./-]+(?=[ \t]*(?:[\r\n]|$|[ \t]#))/y;
/** Moves past the `key: value` here, or to what follows it; false where there is none. */
function entry(cursor, heading) {
    const key = keyAt(cursor);
    if (key === undefined || key === '<<')
        return false;
    cursor.at++;
    heading.keys.push(key);
    cursor.skipSpaces();
    return valueAt(cursor, heading, key);
}
function keyAt(cursor) {
    if (!cursor.atQuote)
        return cursor.take(PLAIN_KEY)?.trimEnd();
    const key = cursor.quoted();
    cursor.skipBlank();
    return cursor.code === 58 ? key : undefined;
}
/** Quoted and flow values may go on at any column of the next lines; all others are indented deeper. */
function valueAt(cursor, heading, key) {
    const { code } = cursor;
    const quotes = cursor.atQuote;
    if (key === 'kind' || key === 'apiVersion') {
        // A template decides: nothing to read here.
        if (cursor.text.slice(cursor.at, cursor.lineEnd).includes(MARK))
            return true;
        const value = quotes ? cursor.quoted() : cursor.take(PLAIN_VALUE);
        if (value !== undefined)
            heading.values.set(key, value);
        return value !== undefined;
    }
    if (quotes)
        cursor.quoted();
    else if (code === 123 || code === 91)
        cursor.skipFlow();
    return true;
}
/** Moves to the next line with content at column `indent`; false where one stands less deep, which is no YAML. */
function nextEntry(cursor, indent) {
    for (cursor.at = cursor.lineEnd + 1; !cursor.done; cursor.at = cursor.lineEnd + 1) {
        const start = cursor.at;
        while (cursor.code === cursor_SPACE)
            cursor.at++;
        const { code } = cursor;
        const column = cursor.at - start;
        if (column > indent || code === LINE || code === RETURN || code === TAB || code === 35 || Number.isNaN(code))
            continue;
        // A list may stand as deep as its key.
        if (atDash(cursor))
            continue;
        return column === indent;
    }
    return true;
}
/** The first level of a JSON object; false for flow mappings that JSON does not know. */
function json(cursor, heading) {
    for (cursor.at++; !cursor.done; cursor.at++) {
        cursor.skipBlank();
        if (cursor.code === 125)
            return true;
        const key = cursor.code === 34 ? keyAt(cursor) : undefined;
        if (key === undefined)
            return false;
        cursor.at++;
        heading.keys.push(key);
        cursor.skipBlank();
        if (cursor.code !== 34 && (key === 'kind' || key === 'apiVersion'))
            return false;
        if (!valueAt(cursor, heading, key))
            return false;
        cursor.take(/[\w.+-]+/y);
        cursor.skipBlank();
        if (cursor.code === 125)
            return true;
        if (cursor.code !== 44)
            return false;
    }
    return false;
}

;// CONCATENATED MODULE: ./src/source/yaml/split.ts
/**
 * Splits as kubectl does: at lines that begin with `---`, where nothing but a comment may follow; JSON objects one after
 * another are documents too. After `...` kubectl drops what follows; it is kept here, since other tools read it.
 */
function split_split(text) {
    const parts = [];
    let start = markerAt(text, 0) ? 3 : 0;
    let flaw = start > 0 ? separatorFlaw(text, 0) : undefined;
    for (const at of markers(text)) {
        split_add(parts, text, start, at, flaw);
        flaw = separatorFlaw(text, at);
        start = at + 3;
    }
    split_add(parts, text, start, text.length, flaw);
    return parts;
}
/** The offsets of all marker lines but one at the very start, in order. */
function markers(text) {
    const found = [...markersOf(text, '\n---'), ...markersOf(text, '\n...')];
    return found.sort((a, b) => a - b);
}
function markersOf(text, mark) {
    const found = [];
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 4))
        if (markerAt(text, at + 1))
            found.push(at + 1);
    return found;
}
function markerAt(text, at) {
    const code = text.charCodeAt(at);
    if (code !== 45 && code !== 46)
        return false;
    if (text.charCodeAt(at + 1) !== code || text.charCodeAt(at + 2) !== code)
        return false;
    const next = text.charCodeAt(at + 3);
    return Number.isNaN(next) || next === 10 || next === 13 || next === 32 || next === 9;
}
function separatorFlaw(text, at) {
    const found = /[^ \t]/g;
    found.lastIndex = at + 3;
    const start = found.exec(text)?.index ?? text.length;
    if (start === text.length || '\r\n#'.includes(text.charAt(start)))
        return undefined;
    const end = text.indexOf('\n', start);
    const message = `only a comment may follow \`${text.slice(at, at + 3)}\`: kubectl refuses the file`;
    return { start, end: end < 0 ? text.length : end, message, fatal: false };
}
function split_add(parts, text, start, end, flaw) {
    let from = skipBlank(text, start, end);
    let begin = text.charCodeAt(from - 1) === 0xfeff ? from : start;
    let refused = flaw;
    while (from < end) {
        const next = split_isObject(text, from) ? skipBlank(text, objectEnd(text, from, end), end) : end;
        const another = next < end && split_isObject(text, next);
        parts.push({ start: begin, end: another ? next : end, flaw: refused });
        if (!another)
            return;
        from = next;
        begin = next;
        refused = undefined;
    }
}
// `{{` begins no JSON object: a template's expression does.
function split_isObject(text, at) {
    return text.charCodeAt(at) === 123 && text.charCodeAt(at + 1) !== 123;
}
function skipBlank(text, from, end) {
    let at = from;
    for (; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xfeff)
            break;
    }
    return at;
}
/** Where the JSON object that begins at `from` ends; `end` where it does not. */
function objectEnd(text, from, end) {
    let depth = 0;
    for (let at = from; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === 123)
            depth++;
        else if (code === 125 && --depth === 0)
            return at + 1;
        else if (code === 34) {
            for (at++; at < end && text.charCodeAt(at) !== 34; at++)
                if (text.charCodeAt(at) === 92)
                    at++;
        }
    }
    return end;
}

;// CONCATENATED MODULE: ./src/source/yaml/template/facts.ts


/** What a template leaves open about one document's tree. */
class Facts {
    #masked;
    #root;
    #rootBranch;
    #open = new Map();
    #whole = new Map();
    constructor(masked, root, span) {
        this.#masked = masked;
        this.#root = root;
        const offsets = root.type === MAPPING ? root.keys.map((key) => key.start) : root.type === SEQUENCE ? root.dashes : [];
        this.#rootBranch = masked.branches.common(offsets);
        for (const insertion of masked.insertions) {
            const { start } = insertion.action;
            if (start >= span.start && start < span.end)
                this.#attach(root, insertion);
        }
    }
    /** An action that may add members to this node. */
    addition(node) {
        return this.#open.get(node)?.[0];
    }
    /** The action that the value of this node depends on as a whole. */
    dependence(node) {
        if (node.type !== SCALAR)
            return this.#whole.get(node);
        return this.addition(node) ?? this.within(node.start, node.end);
    }
    /** The first action that lies within these offsets, if only in part. */
    within(start, end) {
        const { actions } = this.#masked;
        const index = firstIndex(actions.length, (at) => actions[at].end > start);
        const found = actions[index];
        return found && found.start < end ? found : undefined;
    }
    /** The condition under which what stands at `offset` exists, given that its holder at `home` does; the document itself where that is undefined. */
    condition(offset, home) {
        const branch = this.#masked.branches.at(offset);
        const outer = home === undefined ? this.#rootBranch : this.#masked.branches.at(home);
        return branch === outer ? undefined : (branch ?? outer)?.opened;
    }
    /** Whether two keys surely stand in one mapping: in the same branch, with nothing inserted between. */
    together(one, other) {
        const { insertions } = this.#masked;
        const index = firstIndex(insertions.length, (at) => insertions[at].action.start > one.start);
        if ((insertions[index]?.action.start ?? other.start) < other.start)
            return false;
        return this.#masked.branches.at(one.start) === this.#masked.branches.at(other.start);
    }
    isRoot(node) {
        return node === this.#root;
    }
    // The added lines belong to the deepest collection on the way down whose column they reach.
    #attach(node, insertion) {
        if (node.type === MAPPING)
            this.#attachToMapping(node, insertion);
        else if (node.type === SEQUENCE)
            this.#attachToSequence(node, insertion);
        else
            this.#add(node, insertion);
    }
    #attachToMapping(node, insertion) {
        const { start } = insertion.action;
        const index = firstIndex(node.keys.length, (at) => node.keys[at].start > start) - 1;
        const column = this.#column(node);
        const value = node.values[index];
        const deeper = insertion.column > column && !this.#isFlow(node);
        if (value && (deeper || facts_isEmpty(value)))
            this.#attach(value, insertion);
        else if (value?.type === SEQUENCE && this.#column(value) === column)
            this.#attachToEither(node, value, insertion);
        else {
            // `webhooks:`, an item from elsewhere, and what looks like the value goes on with that item.
            if (value && value.start > start)
                this.#whole.set(value, insertion.action);
            this.#add(node, insertion);
        }
    }
    // A list may stand as deep as its key. Between its items only items may come, after them keys too.
    #attachToEither(node, value, insertion) {
        this.#add(value, insertion);
        if ((value.dashes.at(-1) ?? 0) < insertion.action.start)
            this.#add(node, insertion);
    }
    #attachToSequence(node, insertion) {
        const index = firstIndex(node.dashes.length, (at) => node.dashes[at] > insertion.action.start) - 1;
        const item = node.items[index];
        if (item && insertion.column > this.#column(node))
            this.#attach(item, insertion);
        else
            this.#add(node, insertion);
    }
    #add(node, insertion) {
        const actions = this.#open.get(node);
        if (actions)
            actions.push(insertion.action);
        else
            this.#open.set(node, [insertion.action]);
    }
    #column(node) {
        return node.start - (this.#masked.text.lastIndexOf('\n', node.start - 1) + 1);
    }
    #isFlow(node) {
        return this.#masked.text.charCodeAt(node.start) === 123;
    }
}
// `env:` with nothing after it, and an insertion as deep as the key: a list's items.
function facts_isEmpty(node) {
    return node.type === SCALAR && node.start === node.end;
}
/** The first index for which the test holds, where it holds for all that follow; `length` where it never does. */
function firstIndex(length, test) {
    let low = 0;
    let high = length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (test(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
function reasonOf(action) {
    return `depends on the template expression ${quote(action)}`;
}

;// CONCATENATED MODULE: ./src/source/yaml/template/open.ts


/** Makes the property throw when it is read. */
function open_unsettle(holder, name, reason, origin) {
    Object.defineProperty(holder, name, {
        enumerable: true,
        configurable: true,
        get() {
            throw new Unsettled(reason, origin);
        },
    });
}
/** Gives the property a value, also where another branch of the template left it throwing. */
function open_settle(holder, name, value) {
    Object.defineProperty(holder, name, { enumerable: true, configurable: true, writable: true, value });
}
/** A mapping to which a template may add members: what it does not hold, and which keys it has, is not settled. */
function openMapping(mapping, plain, reason, origin) {
    const fail = () => {
        throw new Unsettled(reason, origin);
    };
    const proxy = new Proxy(mapping, {
        get: (target, name) => typeof name === 'symbol' || Object.hasOwn(target, name) || name in Object.prototype ? Reflect.get(target, name) : fail(),
        has: (target, name) => (typeof name === 'symbol' ? Reflect.has(target, name) : Object.hasOwn(target, name) || fail()),
        getOwnPropertyDescriptor: (target, name) => typeof name === 'symbol' || Object.hasOwn(target, name) ? Reflect.getOwnPropertyDescriptor(target, name) : fail(),
        ownKeys: fail,
    });
    return withWritten(proxy, plain);
}
/** A list to which a template may add items from index `settled` on: those written come when it is iterated, then it throws. */
function openList(list, settled, reason, origin) {
    const fail = () => {
        throw new Unsettled(reason, origin);
    };
    const isSettled = (name) => typeof name === 'symbol' || (name !== 'length' && (!INDEX.test(name) || Number(name) < settled));
    const proxy = new Proxy(list, {
        get(target, name) {
            if (name === Symbol.iterator)
                return () => writtenThen(target, fail);
            return isSettled(name) ? Reflect.get(target, name) : fail();
        },
        has: (target, name) => (isSettled(name) ? Reflect.has(target, name) : fail()),
        getOwnPropertyDescriptor: (target, name) => (isSettled(name) ? Reflect.getOwnPropertyDescriptor(target, name) : fail()),
        ownKeys: fail,
    });
    return withWritten(proxy, list);
}
const INDEX = /^\d+$/;
// Reading by index, so that an item that is not settled throws only when it is reached.
function* writtenThen(list, fail) {
    for (let index = 0; index < list.length; index++)
        yield list[index];
    fail();
}

;// CONCATENATED MODULE: ./src/source/yaml/template/build.ts







/** Builds values of which a template leaves some open: reading those, and nothing else, throws `Unsettled`. */
class TemplateBuilder extends Builder {
    #facts;
    constructor(ground, facts) {
        super(ground);
        this.#facts = facts;
    }
    value(node, origin, depth) {
        // Only a document that is a single expression gets here with one.
        return this.#facts.dependence(node) ? undefined : super.value(node, origin, depth);
    }
    mapping(node, origin, depth) {
        const members = { settled: {}, written: {}, differ: false };
        const names = origin_namesOf(node, this.ground.schema);
        this.checkKeys(node, names);
        let addition = this.#facts.addition(node);
        for (const [index, name] of names.entries()) {
            const key = node.keys[index];
            const inKey = this.#facts.within(key.start, key.end);
            addition ??= inKey;
            if (!inKey && !isMerge(key))
                this.#member(node, index, name, origin, depth, members);
        }
        const { settled, written } = members;
        const taken = new Set(names);
        this.merges(node, origin, settled, taken, depth);
        for (const name of Object.keys(settled))
            if (!Object.hasOwn(written, name))
                build_copy(settled, written, name);
        withOrigin(settled, origin);
        withOrigin(written, origin);
        if (addition)
            return openMapping(settled, written, reasonOf(addition), origin);
        return members.differ ? withWritten(settled, written) : settled;
    }
    #member(node, index, name, origin, depth, into) {
        const key = node.keys[index];
        const value = node.values[index];
        const child = this.memberOrigin(key, value, name, origin);
        const dependence = this.#facts.dependence(value);
        const condition = this.#facts.condition(key.start, this.#home(node, origin));
        if (dependence) {
            open_unsettle(into.settled, name, reasonOf(dependence), child);
            open_unsettle(into.written, name, reasonOf(dependence), child);
            return;
        }
        const read = this.value(value, child, depth);
        if (read === undefined)
            return;
        open_settle(into.written, name, read);
        if (condition) {
            open_unsettle(into.settled, name, reasonOf(condition), child);
            into.differ = true;
        }
        else
            open_settle(into.settled, name, read);
    }
    sequence(node, origin, depth) {
        const list = [];
        const home = this.#home(node, origin);
        let addition;
        let settled = 0;
        const added = this.#facts.addition(node);
        for (const [index, item] of node.items.entries()) {
            const at = node.dashes[index] ?? item.start;
            addition ??= added && added.start < at ? added : this.#facts.condition(at, home);
            if (!addition)
                settled = list.length + 1;
            this.#item(item, this.itemOrigin(node, index, origin), depth, list);
        }
        addition ??= added;
        withOrigin(list, origin);
        if (!addition)
            return list;
        return openList(list, Math.min(settled, list.length), reasonOf(addition), origin);
    }
    #item(item, origin, depth, list) {
        const dependence = this.#facts.dependence(item);
        if (dependence) {
            open_unsettle(list, list.length, reasonOf(dependence), origin);
            return;
        }
        const read = this.value(item, origin, depth);
        if (read !== undefined)
            list.push(read);
    }
    // What is reached through an alias stands elsewhere than its key.
    #home(node, origin) {
        if (this.#facts.isRoot(node))
            return undefined;
        return origin.anchor ? node.start : origin.key.start;
    }
    // Branches exclude each other, a new item may begin between the two, and what a templated key is called is not known.
    repeated(key, name, other) {
        const templated = key.type === SCALAR && this.#facts.within(key.start, key.end);
        if (!templated && this.#facts.together(other, key))
            super.repeated(key, name, other);
    }
}
function build_copy(from, to, name) {
    Object.defineProperty(to, name, Object.getOwnPropertyDescriptor(from, name));
}

;// CONCATENATED MODULE: ./src/source/yaml/fast/input.ts
/** Thrown where the text has something that the fast parser does not know, or that is wrong: the `yaml` package decides then. */
class GivesUp extends Error {
}
// One for all: making a stack for each would cost more than parsing a small document.
const GIVES_UP = new GivesUp();
function giveUp() {
    throw GIVES_UP;
}
/** How deep it recurses before it leaves a document to the slow parser, which bounds it. */
const input_MAX_DEPTH = 150;
/** Longer keys are for the slow parser: YAML allows an implicit key 1,024 characters. */
const MAX_KEY = 1000;
/** Where the fast parser stands. */
class Input {
    text;
    end;
    anchors = new Map();
    pos;
    /** Offset of the first character of the line that `pos` is on. */
    lineStart;
    depth = 0;
    constructor(text, start, end) {
        this.text = text;
        this.end = end;
        this.pos = start;
        this.lineStart = start;
    }
    get column() {
        return this.pos - this.lineStart;
    }
    /** NaN at the end. */
    code(at) {
        return at < this.end ? this.text.charCodeAt(at) : Number.NaN;
    }
    /** Skips spaces within a line. */
    skipSpaces() {
        while (this.code(this.pos) === 32)
            this.pos++;
    }
    /** Skips blanks, comments and line ends to the next content. True when a line was left. */
    skipToContent() {
        const { text, end } = this;
        const { lineStart } = this;
        let pos = this.pos;
        while (pos < end) {
            const code = text.charCodeAt(pos);
            if (code === 10)
                this.lineStart = ++pos;
            else if (code === 32 || code === 13)
                pos++;
            else if (code === 35)
                pos = this.#pastComment(pos);
            else if (code === 9)
                pos = this.#pastTab(pos);
            else
                break;
        }
        this.pos = pos;
        return this.lineStart !== lineStart || pos >= end;
    }
    #pastComment(at) {
        if (at > this.lineStart && !input_isBlank(this.text.charCodeAt(at - 1)))
            giveUp();
        const eol = this.text.indexOf('\n', at);
        return eol < 0 || eol > this.end ? this.end : eol;
    }
    // A tab may stand before a comment or the line's end, never before content as indentation.
    #pastTab(at) {
        if (at === this.lineStart || this.#onlyBlankBefore(at))
            giveUp();
        return at + 1;
    }
    #onlyBlankBefore(at) {
        for (let before = at - 1; before >= this.lineStart; before--)
            if (!input_isBlank(this.text.charCodeAt(before)))
                return false;
        return true;
    }
}
/** Space, tab or a line end's character. */
function input_isBlank(code) {
    return code === 32 || code === 10 || code === 13 || code === 9;
}
/** Blank, or the end of the text. */
function isBlankOrEnd(code) {
    return input_isBlank(code) || Number.isNaN(code);
}
/** `,` `[` `]` `{` `}` */
function isFlowMark(code) {
    return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}

;// CONCATENATED MODULE: ./src/source/yaml/fast/quoted.ts


/** The single- or double-quoted scalar at `input.pos`, over several lines too. Moves past it. */
function quoted(input) {
    const quote = input.text.charCodeAt(input.pos);
    const start = input.pos;
    const close = closing(input, quote, start + 1);
    const raw = input.text.slice(start + 1, close);
    input.pos = close + 1;
    return new Scalar(start, close + 1, resolved(input, raw, quote, start + 1), false);
}
function closing(input, quote, from) {
    const { text, end } = input;
    for (let at = from; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === 92 && quote === 34)
            at++;
        else if (code === quote) {
            if (quote === 34 || input.code(at + 1) !== 39)
                return at;
            at++;
        }
    }
    giveUp();
}
function resolved(input, raw, quote, offset) {
    const lines = raw.includes('\n');
    if (lines)
        input.lineStart = offset + raw.lastIndexOf('\n') + 1;
    if (quote === 39) {
        const text = raw.includes("''") ? raw.replaceAll("''", "'") : raw;
        return lines ? folded(text) : text;
    }
    if (!raw.includes('\\'))
        return lines ? folded(raw) : raw;
    const text = lines ? folded(joined(raw)) : raw;
    return text.replace(/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^xuU]|$)|\\/g, quoted_escaped);
}
// A backslash at a line's end takes the line break and the next line's indentation away.
function joined(raw) {
    if (/\\[ \t]+\r?\n|\\\r?\n[ \t]*\r?\n/.test(raw))
        giveUp();
    return raw.replace(/\\(?:\r?\n[ \t]*|[\s\S])/g, (sequence) => (/^\\\r?\n/.test(sequence) ? '' : sequence));
}
function quoted_escaped(sequence) {
    if (sequence.length < 3)
        return ESCAPES.get(sequence.charAt(1)) ?? giveUp();
    const code = Number.parseInt(sequence.slice(2), 16);
    return code > 0x10ffff ? giveUp() : String.fromCodePoint(code);
}
const ESCAPES = new Map([
    ['0', '\0'],
    ['a', '\x07'],
    ['b', '\b'],
    ['t', '\t'],
    ['\t', '\t'],
    ['n', '\n'],
    ['v', '\v'],
    ['f', '\f'],
    ['r', '\r'],
    ['e', '\x1b'],
    [' ', ' '],
    ['"', '"'],
    ['/', '/'],
    ['\\', '\\'],
    ['N', '\x85'],
    ['_', '\xa0'],
    ['L', '\u2028'],
    ['P', '\u2029'],
]);
/** Line folding of quoted and plain scalars: a line break is a space, n blank lines are n line breaks. */
function folded(raw) {
    const lines = raw.split('\n');
    let text = trimEnd(lines[0]);
    let breaks = 0;
    for (let index = 1; index < lines.length; index++) {
        const last = index === lines.length - 1;
        const line = last ? trimStart(lines[index]) : trimEnd(trimStart(lines[index]));
        breaks++;
        if (line === '' && !last)
            continue;
        text += breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
        text += line;
        breaks = 0;
    }
    return text;
}
function trimEnd(line) {
    let end = line.length;
    while (end > 0 && input_isBlank(line.charCodeAt(end - 1)))
        end--;
    return line.slice(0, end);
}
function trimStart(line) {
    let start = 0;
    while (start < line.length && input_isBlank(line.charCodeAt(start)))
        start++;
    return line.slice(start);
}

;// CONCATENATED MODULE: ./src/source/yaml/fast/flow.ts



/** The flow collection at `input.pos`, JSON included. Moves past it. */
function flow(input) {
    if (++input.depth > input_MAX_DEPTH)
        giveUp();
    const node = input.text.charCodeAt(input.pos) === 123 ? flowMapping(input) : flowSequence(input);
    input.depth--;
    return node;
}
function flowMapping(input) {
    const node = new Mapping(input.pos++, 0);
    for (let code = next(input); code !== 125; code = next(input)) {
        const key = code === 34 || code === 39 ? singleLine(input) : flowPlain(input);
        node.keys.push(key);
        node.values.push(flowPairValue(input, key));
        separator(input, 125);
    }
    node.end = ++input.pos;
    return node;
}
function flowPairValue(input, key) {
    const code = next(input);
    // After a quoted key JSON's colon needs no blank.
    if (code === 58) {
        input.pos++;
        const after = next(input);
        if (after !== 44 && after !== 125)
            return flowNode(input, after);
    }
    else if (code !== 44 && code !== 125)
        giveUp();
    return new Scalar(key.end, key.end, '', true);
}
function flowSequence(input) {
    const node = new Sequence(input.pos++, 0);
    for (let code = next(input); code !== 93; code = next(input)) {
        node.items.push(flowNode(input, code));
        separator(input, 93);
    }
    node.end = ++input.pos;
    return node;
}
function flowNode(input, code) {
    if (code === 123 || code === 91)
        return flow(input);
    if (code === 34 || code === 39)
        return quoted(input);
    return code === 42 ? alias(input) : flowPlain(input);
}
/** Moves to the next content, over line ends and comments. */
function next(input) {
    input.skipToContent();
    const code = input.code(input.pos);
    return Number.isNaN(code) ? giveUp() : code;
}
// A pair within a sequence ends in neither comma nor bracket: for the slow parser.
function separator(input, close) {
    const code = next(input);
    if (code === 44)
        input.pos++;
    else if (code !== close)
        giveUp();
}
function singleLine(input) {
    const line = input.lineStart;
    const key = quoted(input);
    return input.lineStart === line && key.end - key.start < MAX_KEY ? key : giveUp();
}
function flowPlain(input) {
    const { text } = input;
    const start = input.pos;
    if (!canBegin(input, start))
        giveUp();
    let at = start;
    for (; at < input.end; at++) {
        const code = text.charCodeAt(at);
        if (code === 10 || isFlowMark(code))
            break;
        if (code === 58) {
            const after = input.code(at + 1);
            // `a:,` and `a:]` are read differently by YAML 1.1 and 1.2.
            if (isFlowMark(after))
                giveUp();
            if (isBlankOrEnd(after))
                break;
        }
        else if (code === 35 && input_isBlank(text.charCodeAt(at - 1)))
            break;
    }
    const end = flow_trimmed(text, start, at);
    input.pos = at;
    // A plain scalar that goes on on the next line.
    if (text.charCodeAt(at) === 10 && !isFlowMark(next(input)) && input.code(input.pos) !== 58)
        giveUp();
    if (end - start > MAX_KEY)
        giveUp();
    return new Scalar(start, end, text.slice(start, end), true);
}
/** Whether a plain scalar may begin here. */
function canBegin(input, at) {
    const code = input.text.charCodeAt(at);
    if (code > 96)
        return code !== 123 && code !== 124 && code !== 125;
    if (code > 63)
        return code !== 91 && code !== 93 && code !== 96 && code !== 64;
    if (code > 47 && code < 58)
        return true;
    // `-`, `?` and `:` may begin one when something follows.
    if (code === 45 || code === 63 || code === 58)
        return !isBlankOrEnd(input.code(at + 1)) && !isFlowMark(input.code(at + 1));
    return code === 36 || code === 40 || code === 41 || code === 43 || code === 46 || code === 47 || (code > 58 && code < 62);
}
function flow_trimmed(text, start, end) {
    let at = end;
    while (at > start && input_isBlank(text.charCodeAt(at - 1)))
        at--;
    return at;
}
const NAME = /[^\s,[\]{}]+/y;
/** The name after `&` or `*` at `input.pos`. Moves past it. */
function anchorName(input) {
    NAME.lastIndex = input.pos + 1;
    const name = NAME.exec(input.text)?.[0];
    // Names that the two YAML versions cut differently.
    if (name === undefined || !/^[\w.-]+$/.test(name))
        giveUp();
    input.pos += name.length + 1;
    return name;
}
function alias(input) {
    const start = input.pos;
    const name = anchorName(input);
    // None, or one that is still open: for the slow parser.
    return new Alias(start, input.pos, name, input.anchors.get(name) ?? giveUp());
}

;// CONCATENATED MODULE: ./src/source/yaml/fast/literal.ts


/** The block scalar (`|`, `>`) at `input.pos`, whose parent stands at column `parent`. Moves to the line after it. */
function literal(input, parent) {
    // A document that is nothing but a text may have it at column 1: no manifest.
    if (parent < 0)
        giveUp();
    const start = input.pos;
    const { fold, chomp, indent: explicit } = header(input, parent);
    const first = input.pos;
    const indent = explicit || detect(input, first, parent);
    const lines = [];
    let end = start + 1;
    let at = first;
    while (at < input.end) {
        const eol = lineEnd(input, at);
        const content = contentStart(input, at, eol, indent);
        if (content < 0)
            break;
        lines.push(input.text.slice(content, contentEnd(input, content, eol)));
        end = blankTrimmed(input, content, eol, end);
        at = eol + 1;
    }
    input.pos = Math.min(at, input.end);
    input.lineStart = input.pos;
    if (end === start + 1) {
        // Nothing but blanks: how many of them stay is for the slow parser.
        if (lines.some((line) => line !== ''))
            giveUp();
        end = headerEnd(input, start);
    }
    return new Scalar(start, end, assemble(lines, fold, chomp), false);
}
function header(input, parent) {
    const fold = input.text.charCodeAt(input.pos) === 62;
    let chomp = 0;
    let indent = 0;
    for (input.pos++;; input.pos++) {
        const code = input.code(input.pos);
        if ((code === 43 || code === 45) && chomp === 0)
            chomp = code;
        else if (code >= 49 && code <= 57 && indent === 0)
            indent = Math.max(parent, 0) + code - 48;
        else
            break;
    }
    const eol = lineEnd(input, input.pos);
    if (!REST.test(input.text.slice(input.pos, eol)))
        giveUp();
    input.pos = Math.min(eol + 1, input.end);
    return { fold, chomp, indent };
}
const REST = /^[ \t\r]*$|^[ \t]+#/;
function headerEnd(input, start) {
    let end = start + 1;
    for (let code = input.code(end); code === 43 || code === 45 || (code >= 49 && code <= 57); code = input.code(end))
        end++;
    return end;
}
function lineEnd(input, at) {
    const eol = input.text.indexOf('\n', at);
    return eol < 0 || eol >= input.end ? input.end : eol;
}
function contentEnd(input, from, eol) {
    return eol > from && input.text.charCodeAt(eol - 1) === 13 ? eol - 1 : eol;
}
/** The first line with content decides; blank lines before it may not be longer. */
function detect(input, from, parent) {
    let longest = 0;
    for (let at = from; at < input.end;) {
        const eol = lineEnd(input, at);
        const stop = contentEnd(input, at, eol);
        let indent = 0;
        while (at + indent < stop && input.text.charCodeAt(at + indent) === 32)
            indent++;
        if (at + indent < stop) {
            if (input.text.charCodeAt(at + indent) === 9)
                giveUp();
            if (indent <= parent)
                return Math.max(parent, 0) + 1;
            return longest > indent ? giveUp() : Math.max(indent, 1);
        }
        longest = Math.max(longest, indent);
        at = eol + 1;
    }
    // Nothing but blank lines: how many spaces they keep is for the slow parser.
    return longest > Math.max(parent, 0) ? giveUp() : Math.max(parent, 0) + 1;
}
/** Where a line's content starts without the indentation; -1 where the scalar ended before. */
function contentStart(input, at, eol, indent) {
    const stop = contentEnd(input, at, eol);
    let spaces = 0;
    while (spaces < indent && at + spaces < stop && input.text.charCodeAt(at + spaces) === 32)
        spaces++;
    if (spaces === indent)
        return at + spaces;
    if (at + spaces === stop)
        return stop;
    if (input.text.charCodeAt(at + spaces) === 9)
        giveUp();
    return -1;
}
function blankTrimmed(input, from, eol, otherwise) {
    let end = eol;
    while (end > from && literal_isSpace(input.text.charCodeAt(end - 1)))
        end--;
    return end > from ? end : otherwise;
}
function literal_isSpace(code) {
    return code === 32 || code === 9 || code === 13;
}
// The last line counts as ended by a line break even where the file ends: kubectl's reader adds it.
function assemble(lines, fold, chomp) {
    let last = lines.length;
    while (last > 0 && lines[last - 1] === '')
        last--;
    const trailing = lines.length - last;
    const content = lines.slice(0, last);
    const text = fold ? foldLines(content) : content.join('\n');
    if (chomp === 45)
        return text;
    if (chomp === 43)
        return text + '\n'.repeat(last === 0 ? trailing : trailing + 1);
    return last > 0 ? `${text}\n` : text;
}
// A line that begins with a blank keeps the line breaks around it.
function foldLines(lines) {
    let text = '';
    let breaks = 0;
    let before;
    for (const line of lines) {
        if (line === '') {
            breaks++;
            continue;
        }
        const kept = before === undefined || startsBlank(before) || startsBlank(line);
        if (before === undefined)
            text += '\n'.repeat(breaks);
        else if (kept)
            text += '\n'.repeat(breaks + 1);
        else
            text += breaks === 0 ? ' ' : '\n'.repeat(breaks);
        text += line;
        before = line;
        breaks = 0;
    }
    return text;
}
function startsBlank(line) {
    const code = line.charCodeAt(0);
    return code === 32 || code === 9;
}

;// CONCATENATED MODULE: ./src/source/yaml/fast/block.ts





/** The tree of one document, undefined for an empty one. Throws `GivesUp`. */
function parseFast(text, start, end) {
    const input = new Input(text, start, end);
    input.skipToContent();
    if (input.pos >= end)
        return undefined;
    const root = blockNode(input, -1);
    input.skipToContent();
    return input.pos >= end ? root : giveUp();
}
/** The node at `input.pos`, whose parent stands at column `parent`. Leaves off at the next content. */
function blockNode(input, parent) {
    const code = input.text.charCodeAt(input.pos);
    if (code === 45 && isBlankOrEnd(input.code(input.pos + 1)))
        return sequence(input);
    if (code === 34 || code === 39)
        return quotedOrMapping(input);
    if (code === 38)
        return anchored(input, parent);
    if (code === 123 || code === 91 || code === 42 || code === 124 || code === 62)
        return valueNode(input, parent, code);
    const colon = keyEnd(input);
    return colon < 0 ? block_plain(input, parent) : block_mapping(input, plainKey(input, colon));
}
function quotedOrMapping(input) {
    const { lineStart } = input;
    const node = quoted(input);
    input.skipSpaces();
    const colon = input.code(input.pos) === 58 && isBlankOrEnd(input.code(input.pos + 1));
    if (!colon)
        return ended(input, node);
    if (input.lineStart !== lineStart || node.end - node.start > MAX_KEY)
        giveUp();
    return block_mapping(input, node);
}
/** A value that cannot be a block collection. */
function valueNode(input, parent, code) {
    if (code === 124 || code === 62) {
        const node = literal(input, parent);
        input.skipToContent();
        return node;
    }
    if (code === 34 || code === 39)
        return ended(input, quoted(input));
    if (code === 123 || code === 91)
        return ended(input, flow(input));
    return code === 42 ? ended(input, alias(input)) : block_plain(input, parent);
}
/** What follows a finished value is the next line's content, or nothing. */
function ended(input, node) {
    return input.skipToContent() ? node : giveUp();
}
// An anchor before a block collection stands on the line before it; one before a key belongs to the key.
function anchored(input, parent) {
    const name = anchorName(input);
    // Until its node is read an alias to it would be one within itself.
    input.anchors.delete(name);
    if (input.skipToContent())
        return block_named(input, name, input.column > parent && input.pos < input.end ? blockNode(input, parent) : giveUp());
    const code = input.code(input.pos);
    if (code === 38 || code === 42 || (code === 45 && input_isBlank(input.code(input.pos + 1))))
        giveUp();
    if (code !== 34 && code !== 39 && code !== 124 && code !== 62 && code !== 123 && code !== 91 && keyEnd(input) >= 0)
        giveUp();
    return block_named(input, name, valueNode(input, parent, code));
}
function block_named(input, name, node) {
    input.anchors.set(name, node);
    return node;
}
function sequence(input) {
    if (++input.depth > input_MAX_DEPTH)
        giveUp();
    const { column } = input;
    const node = new Sequence(input.pos, 0);
    while (input.pos < input.end && input.column === column && input.text.charCodeAt(input.pos) === 45) {
        if (!isBlankOrEnd(input.code(input.pos + 1)))
            giveUp();
        const dash = input.pos++;
        node.dashes.push(dash);
        const nextLine = block_toItem(input);
        const present = input.pos < input.end && (!nextLine || input.column > column);
        node.items.push(present ? blockNode(input, column) : new Scalar(dash + 1, dash + 1, '', true));
    }
    if (input.pos < input.end && input.column > column)
        giveUp();
    input.depth--;
    node.end = node.items.at(-1).end;
    return node;
}
/** Moves to an item's content; true when it is on a later line. */
function block_toItem(input) {
    input.skipSpaces();
    // A tab after the dash: YAML 1.1 and 1.2 differ.
    if (input.code(input.pos) === 9)
        giveUp();
    return input.skipToContent();
}
function block_mapping(input, first) {
    if (++input.depth > input_MAX_DEPTH)
        giveUp();
    const column = first.start - input.lineStart;
    const node = new Mapping(first.start, 0);
    for (let key = first; key; key = nextKey(input, column)) {
        node.keys.push(key);
        input.pos++;
        node.values.push(block_member(input, column, key));
    }
    input.depth--;
    node.end = node.values.at(-1).end;
    return node;
}
/** The key at the same column, leaving off at its colon; undefined where the mapping ends. */
function nextKey(input, column) {
    if (input.pos >= input.end || input.column < column)
        return undefined;
    if (input.column > column)
        giveUp();
    const code = input.text.charCodeAt(input.pos);
    if (code === 34 || code === 39)
        return quotedKey(input);
    const colon = keyEnd(input);
    return colon < 0 ? giveUp() : plainKey(input, colon);
}
function quotedKey(input) {
    const { lineStart } = input;
    const key = quoted(input);
    input.skipSpaces();
    const fits = input.lineStart === lineStart && key.end - key.start < MAX_KEY;
    return fits && input.code(input.pos) === 58 && isBlankOrEnd(input.code(input.pos + 1)) ? key : giveUp();
}
/** The value after a key's colon. */
function block_member(input, column, key) {
    if (!input.skipToContent())
        return inline(input, column);
    const deeper = input.column > column;
    const list = input.column === column && input.code(input.pos) === 45 && isBlankOrEnd(input.code(input.pos + 1));
    if (input.pos < input.end && (deeper || list))
        return list ? sequence(input) : blockNode(input, column);
    return new Scalar(key.end, key.end, '', true);
}
function inline(input, column) {
    const code = input.text.charCodeAt(input.pos);
    return code === 38 ? anchored(input, column) : valueNode(input, column, code);
}
/** Offset of the colon if the line is `key: …` or `key:`; -1 where it is not. */
function keyEnd(input) {
    const { text, end, pos } = input;
    if (!canBegin(input, pos))
        giveUp();
    for (let at = pos; at < end; at++) {
        const code = text.charCodeAt(at);
        if (code === 58 && isBlankOrEnd(input.code(at + 1)))
            return at;
        if (code === 10 || (code === 35 && input_isBlank(text.charCodeAt(at - 1))))
            return -1;
    }
    return -1;
}
function plainKey(input, colon) {
    const end = flow_trimmed(input.text, input.pos, colon);
    if (end - input.pos > MAX_KEY)
        giveUp();
    const key = new Scalar(input.pos, end, input.text.slice(input.pos, end), true);
    input.pos = colon;
    return key;
}
/** The plain scalar at `input.pos`, with the lines it goes on on. */
function block_plain(input, parent) {
    const { text } = input;
    const start = input.pos;
    if (!canBegin(input, start))
        giveUp();
    let end = plainLine(input);
    const firstEnd = end;
    if (!input.skipToContent() && input.pos < input.end)
        giveUp();
    if (input.pos >= input.end || input.column <= parent)
        return new Scalar(start, end, text.slice(start, end), true);
    while (input.pos < input.end && input.column > parent) {
        // A comment between the lines would have ended the scalar.
        if (text.slice(end, input.pos).includes('#'))
            giveUp();
        end = plainLine(input);
        input.skipToContent();
    }
    return new Scalar(start, end, firstEnd === end ? text.slice(start, end) : folded(text.slice(start, end)), true);
}
/** Moves past one line of a plain scalar; where its text ends. */
function plainLine(input) {
    const { text, pos } = input;
    let at = pos;
    for (; at < input.end; at++) {
        const code = text.charCodeAt(at);
        if (code === 10 || (code === 35 && input_isBlank(text.charCodeAt(at - 1))))
            break;
        if (code === 58 && isBlankOrEnd(input.code(at + 1)))
            giveUp();
    }
    input.pos = at;
    return flow_trimmed(text, pos, at);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/source/yaml/words.ts
/** The `yaml` package's complaint in words for somebody who writes manifests. */
function explain(error, text) {
    // The package recurses; the fast parser and the bound on values stop earlier.
    if (error.message.includes('call stack'))
        return 'nested too deeply';
    const words = words_WORDS.get(error.code);
    if (typeof words === 'string')
        return words;
    const fault = words?.(error.message, text.charAt(error.pos[0]));
    return fault ?? `is not valid YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
}
const words_WORDS = new Map([
    ['TAB_AS_INDENT', 'a tab is used as indentation; YAML allows only spaces there'],
    [
        'BAD_INDENT',
        (message) => message.startsWith('Flow')
            ? 'a flow collection is not closed, or not indented enough'
            : 'the indentation does not fit the lines above',
    ],
    ['BLOCK_AS_IMPLICIT_KEY', 'a second `: ` on the line; quote the value if the colon belongs to it'],
    ['MULTILINE_IMPLICIT_KEY', 'a key must fit on one line; is a `:` missing here, or a quote?'],
    ['MISSING_CHAR', (message) => (/quote/.test(message) ? 'a quote is not closed' : undefined)],
    ['BAD_SCALAR_START', (_, char) => `a value cannot start with \`${char}\`; quote it`],
    ['BAD_DQ_ESCAPE', 'an escape sequence that YAML does not know in a double-quoted text'],
    ['BAD_ALIAS', 'an alias or anchor without a usable name'],
    ['DUPLICATE_KEY', 'the key stands twice'],
    ['MULTIPLE_ANCHORS', 'a value with two anchors'],
    ['MULTIPLE_TAGS', 'a value with two tags'],
    ['UNEXPECTED_TOKEN', 'something stands here that belongs to no key or item'],
]);

;// CONCATENATED MODULE: ./src/source/yaml/slow.ts



const MAX_FLOW_DEPTH = 400;
/** The reference: the `yaml` package's reading of `text`, which stands at `offset` of its file, as our tree. */
function parseSlowly(text, offset) {
    const deep = tooDeep(text);
    if (deep >= 0)
        return { root: undefined, flaws: [flaw(offset + deep, 1, `nested more than ${MAX_FLOW_DEPTH} levels deep`)] };
    // kubectl reads by lines and ends the last one with a line break.
    const document = (0,dist/* parseDocument */.Tp)(text.endsWith('\n') ? text : `${text}\n`, {
        keepSourceTokens: true,
        logLevel: 'silent',
        merge: false,
        prettyErrors: false,
        schema: 'failsafe',
        strict: true,
        uniqueKeys: false,
    });
    const flaws = document.errors.map((error) => ({ ...place(error, text, offset), message: explain(error, text), fatal: true }));
    if (flaws.length > 0 || !document.contents)
        return { root: undefined, flaws: flaws.slice(0, 1) };
    return { root: new slow_Walk(text, offset).node(document.contents), flaws };
}
function place(error, text, offset) {
    let start = Math.min(error.pos[0], text.length);
    // An error at the very end belongs to the last line with something on it.
    if (start === text.length)
        start = Math.max(0, text.trimEnd().length - 1);
    return { start: offset + start, end: offset + Math.max(start, Math.min(error.pos[1], endOfLine(text, start))) };
}
function endOfLine(text, from) {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
}
function flaw(start, length, message) {
    return { start, end: start + length, message, fatal: true };
}
// The `yaml` package recurses: a text of nothing but brackets or dashes would end in a stack overflow. Brackets in quotes count too, which only
// makes the bound tighter.
function tooDeep(text) {
    let depth = 0;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 91 || code === 123)
            depth++;
        else if ((code === 93 || code === 125) && depth > 0)
            depth--;
        if (depth > MAX_FLOW_DEPTH)
            return at;
    }
    const compact = /^[ \t]*(?:[-?:][ \t]+){200}/m.exec(text);
    return compact ? compact.index : -1;
}
class slow_Walk {
    #text;
    #offset;
    #anchors = new Map();
    constructor(text, offset) {
        this.#text = text;
        this.#offset = offset;
    }
    node(from) {
        if ((0,dist/* isAlias */.Vj)(from))
            return new Alias(this.#offset + from.range[0], this.#offset + from.range[1], from.source, this.#anchors.get(from.source));
        if ((0,dist/* isMap */.jh)(from))
            return this.#mapping(from);
        if ((0,dist/* isSeq */.oP)(from))
            return this.#sequence(from);
        return this.#scalar(from);
    }
    #scalar(from) {
        const [start, valueEnd] = from.range;
        const block = (0,dist/* isScalar */.jn)(from) && (from.type === 'BLOCK_LITERAL' || from.type === 'BLOCK_FOLDED');
        // A block ends with its last line that is not blank.
        const end = block ? start + blockLength(this.#text.slice(start, valueEnd)) : valueEnd;
        // `value` is already resolved where a tag like !!timestamp stands.
        const text = (0,dist/* isScalar */.jn)(from) ? (from.source ?? '') : '';
        const node = new Scalar(this.#offset + start, this.#offset + end, text, (0,dist/* isScalar */.jn)(from) && from.type === 'PLAIN');
        node.tag = from.tag;
        return this.#anchored(from, node);
    }
    #mapping(from) {
        const node = this.#anchored(from, new Mapping(this.#offset + from.range[0], this.#offset + from.range[1]));
        for (const pair of from.items) {
            const key = this.node(pair.key);
            node.keys.push(key);
            const absent = !pair.value || slow_isEmpty(pair.value);
            node.values.push(absent ? this.#absent(pair.value, key) : this.node(pair.value));
        }
        if (!from.flow)
            node.end = node.values.at(-1)?.end ?? node.end;
        return node;
    }
    #absent(from, key) {
        const node = new Scalar(key.end, key.end, '', true);
        if (!from)
            return node;
        node.tag = from.tag;
        return this.#anchored(from, node);
    }
    #sequence(from) {
        const tokens = from.srcToken?.items ?? [];
        const node = this.#anchored(from, new Sequence(this.#offset + from.range[0], this.#offset + from.range[1]));
        for (const [index, item] of from.items.entries()) {
            const dash = from.flow ? undefined : tokens[index]?.start.find((token) => token.type === 'seq-item-ind');
            const at = dash ? this.#offset + dash.offset : 0;
            if (dash)
                node.dashes.push(at);
            node.items.push(this.#item(item, dash ? at + 1 : undefined));
        }
        if (!from.flow)
            node.end = node.items.at(-1)?.end ?? node.end;
        return node;
    }
    #item(from, afterDash) {
        if (afterDash === undefined || !slow_isEmpty(from))
            return this.node(from);
        const node = new Scalar(afterDash, afterDash, '', true);
        node.tag = from.tag;
        return this.#anchored(from, node);
    }
    #anchored(from, node) {
        if (from.anchor)
            this.#anchors.set(from.anchor, node);
        return node;
    }
}
function blockLength(raw) {
    const lines = raw.indexOf('\n');
    const empty = lines < 0 || raw.slice(lines).trim() === '';
    return empty ? (/^[|>][-+\d]*/.exec(raw)?.[0].length ?? 0) : raw.trimEnd().length;
}
function slow_isEmpty(node) {
    return (0,dist/* isScalar */.jn)(node) && node.type === 'PLAIN' && node.range[0] === node.range[1];
}

;// CONCATENATED MODULE: ./src/source/yaml/tree.ts



/** The tree of the document at `span`: by the fast parser, by the `yaml` package where that one gives up. */
function parseTree(text, span) {
    try {
        return { root: parseFast(text, span.start, span.end), flaws: [] };
    }
    catch (error) {
        if (!(error instanceof GivesUp))
            throw error;
        return parseSlowly(text.slice(span.start, span.end), span.start);
    }
}
// go-yaml refuses the first group. The second are line breaks to YAML 1.1, so to Kubernetes, and characters like any other to YAML 1.2 and to editors.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const REFUSED = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|([\x85\u2028\u2029])/;
/** Characters that Kubernetes refuses, or that hide a line from a reader. */
function refusedCharacter(text, span) {
    const found = REFUSED.exec(text.slice(span.start, span.end));
    if (!found)
        return undefined;
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const start = span.start + found.index;
    const message = found[1]
        ? `a line break (U+${code}) that only YAML 1.1 knows; Kubernetes goes by it, editors do not`
        : `a control character (U+${code})`;
    return { start, end: start + 1, message, fatal: true };
}

;// CONCATENATED MODULE: ./src/source/yaml/parse.ts








/** All documents of a file. Who can tell from a document's head that it is not wanted asks `splitYaml` instead. */
function parseYaml(source, options) {
    const readings = splitYaml(source, options).map((raw) => raw.parsed(options.schema));
    return {
        documents: readings.flatMap((reading) => reading.document ?? []),
        faults: readings.flatMap((reading) => reading.faults),
    };
}
/** The documents of a file, none of them parsed yet. */
function splitYaml(source, options) {
    const text = source.text.includes('\r') ? source.text.replace(LONE_RETURN, '\n') : source.text;
    const file = new File(source, text);
    const parts = split_split(options.templated ? file.masked.text : text);
    return parts.map((part) => new RawYaml(file, part, options.templated));
}
// YAML takes a carriage return alone for a line break. Same length, so that offsets hold.
const LONE_RETURN = /\r(?!\n)/g;
/** What the documents of one file share. */
class File {
    source;
    text;
    /** A broken template renders nothing at all: said once, by the first of its documents that is read. */
    broken = false;
    #masked;
    constructor(source, text) {
        this.source = source;
        this.text = text;
    }
    get masked() {
        this.#masked ??= mask(this.text);
        return this.#masked;
    }
}
/** One document of a file: its place and head for little, its value for the price of parsing. */
class RawYaml {
    source;
    span;
    /** Whether the file was read as a template from the start. */
    templated;
    #file;
    #part;
    #head;
    constructor(file, part, templated) {
        this.source = file.source;
        this.span = part;
        this.templated = templated;
        this.#file = file;
        this.#part = part;
    }
    get head() {
        this.#head ??= headOf(this.templated ? this.#file.masked.text : this.#file.text, this.#part);
        return this.#head;
    }
    parsed(schema = 'kubernetes') {
        if (this.templated)
            return this.#asTemplate(schema);
        const tree = parseTree(this.#file.text, this.#part);
        if (!this.#hasActions())
            return this.#asText(tree, schema);
        if (tree.flaws.length > 0)
            return this.#asTemplateAfterAll(schema, tree);
        const reading = this.#asText(tree, schema);
        // `replicas: {{ .x }}` is a mapping to YAML, with a mapping for its key.
        return reading.document ? reading : this.#asTemplateAfterAll(schema, tree);
    }
    #asText(tree, schema) {
        return this.#read(tree, new Builder({ source: this.source, schema }), schema, false);
    }
    #hasActions() {
        const at = this.#file.text.indexOf('{{', this.#part.start);
        return at >= 0 && at < this.#part.end;
    }
    #asTemplate(schema) {
        const { flaw } = this.#file.masked;
        if (flaw) {
            const faults = this.#file.broken ? [] : this.#faults([flaw], 'fail');
            this.#file.broken = true;
            return { document: undefined, faults };
        }
        const tree = parseTree(this.#file.masked.text, this.#part);
        if (tree.root)
            return this.#readTemplate(tree, tree.root, schema);
        return { document: undefined, faults: this.#faults(tree.flaws.map(unrendered), 'unknown') };
    }
    /** A document that is no YAML but has `{{`: a template outside a chart, unless what is wrong is wrong without them too. */
    #asTemplateAfterAll(schema, plain) {
        const { masked } = this.#file;
        const tree = masked.flaw ? plain : parseTree(masked.text, this.#part);
        if (tree.root)
            return this.#readTemplate(tree, tree.root, schema);
        const [first] = plain.flaws;
        // Half a template, which something else completes.
        if (masked.flaw && first && masked.actions.some(({ start, end }) => start <= first.start && first.start <= end)) {
            return { document: undefined, faults: this.#faults([unrendered({ ...first, ...masked.flaw })], 'unknown') };
        }
        const same = tree.flaws[0]?.start === first?.start;
        return { document: undefined, faults: same ? this.#faults(plain.flaws, 'fail') : this.#faults(tree.flaws.map(unrendered), 'unknown') };
    }
    #readTemplate(tree, root, schema) {
        const facts = new Facts(this.#file.masked, root, this.#part);
        return this.#read(tree, new TemplateBuilder({ source: this.source, schema }, facts), schema, true);
    }
    #read(tree, builder, schema, templated) {
        const flaws = [...tree.flaws];
        if (schema === 'kubernetes')
            flaws.push(...this.#refusals());
        const built = tree.root && builder.root(tree.root);
        flaws.push(...builder.flaws);
        const faults = this.#faults(flaws, 'fail');
        if (!built || built.value === undefined || flaws.some((flaw) => flaw.fatal))
            return { document: undefined, faults };
        return { document: { ...built, head: identity(built.value), templated }, faults };
    }
    /** What kubectl refuses though YAML allows it. */
    #refusals() {
        const character = refusedCharacter(this.#file.text, this.#part);
        return [this.#part.flaw, character].filter((flaw) => flaw !== undefined);
    }
    #faults(flaws, answer) {
        return flaws.map((flaw) => ({ ...this.source.place(flaw), message: flaw.message, answer }));
    }
}
function unrendered(flaw) {
    return { ...flaw, message: `cannot be read without rendering its template expressions: ${flaw.message}` };
}
function identity(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return {};
    return { apiVersion: settledText(value, 'apiVersion'), kind: settledText(value, 'kind') };
}
// Not read where a template decides it: that would throw.
function settledText(value, name) {
    try {
        const text = Reflect.get(value, name);
        return typeof text === 'string' ? text : undefined;
    }
    catch (error) {
        if (!(error instanceof Unsettled))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/source/manifest.ts



/** A YAML or JSON file's documents that are ours; undefined where none is, nor was meant to be. */
function readManifest(source, name, templated) {
    const documents = [];
    const faults = [];
    const definitions = [];
    const named = name !== 'yaml' && name !== 'json';
    for (const raw of splitYaml(source, { templated })) {
        const { head } = raw;
        if (head.sure && kinds_isDefinition(head)) {
            const reading = raw.parsed();
            if (reading.document)
                definitions.push(lazyDocument(source, 'kubernetes', reading.document.head, reading.document));
            faults.push(...reading.faults);
            continue;
        }
        if (!named && isForeign(raw, source))
            continue;
        const reading = raw.parsed(isCore(name, raw) ? 'core' : 'kubernetes');
        const document = reading.document && documentOf(source, name, raw, reading.document);
        if (document)
            documents.push(document);
        if (document || named || meant(source, name, raw, templated))
            faults.push(...reading.faults);
    }
    return named || documents.length > 0 || faults.length > 0 || definitions.length > 0 ? { documents, faults, definitions } : undefined;
}
// Values files, CI of others, dashboards: the head says so before anything is parsed.
function isForeign(raw, source) {
    const { head } = raw;
    if (!head.sure || (head.apiVersion !== undefined && head.kind !== undefined) || isHalf(head))
        return false;
    return !(head.keys.includes('services') && mayBeCompose(source.text));
}
// GitHub's and compose's parsers read YAML 1.2, where `on` and `yes` are strings.
function isCore(name, raw) {
    return (name === 'workflow' || name === 'action' || name === 'compose' || (raw.head.kind === undefined && raw.head.keys.includes('services')));
}
function meant(source, name, raw, templated) {
    const { head } = raw;
    if (head.apiVersion !== undefined && head.kind !== undefined)
        return true;
    return !head.sure && isMeantForKubernetes(source.text.slice(raw.span.start, raw.span.end), name, templated);
}
function documentOf(source, name, raw, parsed) {
    const head = {
        apiVersion: values_text(parsed.value, 'apiVersion') ?? raw.head.apiVersion,
        kind: values_text(parsed.value, 'kind') ?? raw.head.kind,
    };
    const half = isHalf({ ...head, keys: raw.head.keys }) ? 'kubernetes' : undefined;
    const kind = kinds_kindOf(name, head) ?? unsettledKind(parsed, head) ?? half ?? (isCompose(parsed.value, source) ? 'compose' : undefined);
    return kind && lazyDocument(source, kind, head, parsed);
}
// A chart may write `apiVersion: {{ include "…" . }}`: the kind alone tells what the object is.
function unsettledKind(parsed, head) {
    return parsed.templated && head.kind !== undefined && parsed.origin.child('apiVersion') ? 'kubernetes' : undefined;
}
function lazyDocument(source, kind, head, parsed) {
    return {
        kind,
        head,
        source,
        origin: parsed.origin,
        templated: parsed.templated,
        get value() {
            return parsed.value;
        },
    };
}
// By content: a mapping of services of which one says where its image comes from.
function isCompose(value, source) {
    if (!mayBeCompose(source.text))
        return false;
    const services = entries(value, 'services');
    const isService = (service) => values_text(service, 'image') !== undefined || values_member(service, 'build') !== undefined;
    return services.every(([, service]) => mapping(service) !== undefined) && services.some(([, service]) => isService(service));
}

;// CONCATENATED MODULE: ./src/source/names.ts
const WORKFLOW = /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/;
const COMPOSE = /^(?:docker-|podman-)?compose(?:[.-][\w.-]*)?\.ya?ml$/i;
/** Endings of `Dockerfile.*` that are no Dockerfile: code about Dockerfiles, notes, copies, and what a generator makes one of. */
const OTHER_ENDINGS = new Set([
    ...[
        'dockerignore',
        'md',
        'txt',
        'rst',
        'adoc',
        'html',
        'json',
        'yaml',
        'yml',
        'toml',
        'lock',
        'diff',
        'patch',
        'orig',
        'rej',
        'swp',
        'bak',
    ],
    ...['go', 'ts', 'js', 'mjs', 'py', 'rb', 'rs', 'java', 'kt', 'cs', 'php', 'sh', 'ps1', 'vim', 'nix', 'snap'],
    ...['j2', 'jinja', 'jinja2', 'erb', 'ejs', 'hbs', 'mustache', 'tmpl', 'template', 'tpl', 'gotmpl', 'in', 'm4'],
]);
function nameKind(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    const ending = dot < 0 ? '' : name.slice(dot + 1);
    if (ending === 'yaml' || ending === 'yml')
        return yamlNamed(path, name);
    if (ending === 'json')
        return name === 'package-lock.json' || name === 'package.json' || name === 'tsconfig.json' ? undefined : 'json';
    if (name === 'Kustomization')
        return 'kustomization';
    return isDockerfile(name, ending) ? 'dockerfile' : undefined;
}
function yamlNamed(path, name) {
    if (path.startsWith('.') && WORKFLOW.test(path))
        return 'workflow';
    if (name === 'kustomization.yaml' || name === 'kustomization.yml')
        return 'kustomization';
    if (name === 'Chart.yaml')
        return 'chart';
    if (name === 'action.yml' || name === 'action.yaml')
        return 'action';
    return COMPOSE.test(name) ? 'compose' : 'yaml';
}
// BuildKit looks for `Dockerfile`, then `dockerfile`; Podman for `Containerfile`.
function isDockerfile(name, ending) {
    if (name === 'Dockerfile' || name === 'Containerfile' || name === 'dockerfile')
        return true;
    if (/^(?:Dockerfile|Containerfile)\./.test(name))
        return !OTHER_ENDINGS.has(ending.toLowerCase());
    return /^(?:dockerfile|containerfile)$/i.test(ending);
}
/** Answers whether a file lies below a chart's `templates/`: a folder beside a Chart.yaml. */
function templateFinder(files) {
    const charts = new Set();
    for (const path of files) {
        if (path.endsWith('Chart.yaml') && (path === 'Chart.yaml' || path.endsWith('/Chart.yaml')))
            charts.add(path.slice(0, -'Chart.yaml'.length));
    }
    return (path) => {
        if (charts.size === 0)
            return false;
        for (let at = path.indexOf('templates/'); at >= 0; at = path.indexOf('templates/', at + 1)) {
            if (charts.has(path.slice(0, at)))
                return true;
        }
        return false;
    };
}

;// CONCATENATED MODULE: ./src/source/patches.ts


/** Files that kustomizations name as patches and not as resources: partial objects, which are no subjects. */
function patchedFiles(kustomizations) {
    const patches = new Set();
    const resources = new Set();
    for (const { source, value } of kustomizations) {
        const folder = external_node_path_.posix.dirname(source.path);
        const add = (to, path) => typeof path === 'string' && !path.includes('\n') && to.add(external_node_path_.posix.join(folder, path));
        for (const key of ['patches', 'patchesJson6902'])
            for (const patch of items(value, key))
                add(patches, values_text(patch, 'path'));
        for (const key of ['patchesStrategicMerge', 'configurations', 'transformers'])
            for (const path of items(value, key))
                add(patches, path);
        for (const key of ['resources', 'bases'])
            for (const path of items(value, key))
                add(resources, path);
    }
    for (const path of resources)
        patches.delete(path);
    return patches;
}
const KUBEADM = /(?:^|\/)patches\/(?:kube-apiserver|kube-controller-manager|kube-scheduler|etcd|corednsdeployment)\d*(?:\+(?:strategic|merge|json))?\.(?:yaml|json)$/;
/** Files that kubeadm lays over the objects that it makes, known by their names alone. */
function isKubeadmPatch(path) {
    return KUBEADM.test(path);
}

;// CONCATENATED MODULE: ./src/source/resource.ts



/** A document's object; the items of a list are objects of their own. What is no object (a list that a template fills) gives none. */
function* resourcesOf(document, patch) {
    const { apiVersion = '', kind = '' } = document.head;
    const list = kind.endsWith('List') ? values_member(document.value, 'items') : undefined;
    // A custom kind may end in List and be none: only what has items is taken for one.
    if (!Array.isArray(list)) {
        yield new LazyResource(document, apiVersion, kind, patch, () => document.value, document.origin);
        return;
    }
    for (const item of items(document.value, 'items')) {
        const object = mapping(item);
        const origin = originOf(item);
        if (!object || !origin)
            continue;
        // The items of a PodList may leave out what the list says.
        const itemKind = values_text(object, 'kind') ?? kind.slice(0, -'List'.length);
        if (itemKind !== '')
            yield new LazyResource(document, values_text(object, 'apiVersion') ?? apiVersion, itemKind, patch, () => object, origin);
    }
}
const EMPTY = Object.freeze({});
class LazyResource {
    apiVersion;
    kind;
    group;
    origin;
    patch;
    #document;
    #read;
    constructor(document, apiVersion, kind, patch, read, origin) {
        this.#document = document;
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.group = groupOf(apiVersion);
        this.patch = patch;
        this.#read = read;
        this.origin = origin;
    }
    get object() {
        return mapping(this.#read()) ?? EMPTY;
    }
    get source() {
        return this.#document.source;
    }
    get templated() {
        return this.#document.templated;
    }
    get name() {
        return this.#metadata('name') ?? this.#metadata('generateName') ?? '';
    }
    get namespace() {
        return this.#metadata('namespace') || undefined;
    }
    // An unsettled name is told by what is written: it has to tell one object from another, not to be right.
    #metadata(key) {
        const value = values_member(this.object, 'metadata', key);
        if (value !== undefined)
            return typeof value === 'string' ? value : String(value);
        const origin = this.origin.child('metadata')?.child(key);
        return origin?.source.text.slice(origin.span.start, Math.min(origin.span.end, origin.span.start + 200));
    }
}

;// CONCATENATED MODULE: ./src/source/select.ts

/** Left out wherever they stand, unless a path names them or `exclude` takes one back with `!`. See docs/guides/discovery.md. */
const DEFAULT_EXCLUDES = [
    '.git',
    '.terraform',
    '.venv',
    'bower_components',
    'node_modules',
    'site-packages',
    'third_party',
    'vendor',
    'testdata',
    'test-data',
    '__fixtures__',
    '__tests__',
    '**/test/fixtures',
    '**/tests/fixtures',
];
/** Folders whose content shows how something could be done, not that it is done here. */
const NO_EVIDENCE = new Set([
    ...['example', 'examples', 'sample', 'samples', 'docs', 'doc', 'test', 'tests', '__tests__', 'testing', 'testdata'],
    ...[
        'e2e',
        'fixture',
        'fixtures',
        '__fixtures__',
        'vendor',
        'vendored',
        'archive',
        'archived',
        '_archived',
        'attic',
        'third_party',
        'third-party',
        'node_modules',
    ],
]);
function select_select(selection) {
    const byDefault = globMatcher([...DEFAULT_EXCLUDES, ...selection.exclude], { anyDepth: true });
    const byUser = globMatcher(selection.exclude, { anyDepth: true });
    const named = globMatcher(selection.paths.length > 0 ? select_withPositive(selection.paths) : ['.'], { anyDepth: false });
    const included = globMatcher(selection.include.length > 0 ? select_withPositive(selection.include) : ['.'], { anyDepth: false });
    // A default that matches the very path somebody named does not apply to it; to what lies deeper it does.
    const inside = selection.paths.filter((path) => !isMagic(path) && path !== '.' && byDefault(path) && !byUser(path));
    const isExcluded = (path) => {
        if (!byDefault(path))
            return false;
        const base = inside.find((named) => path === named || path.startsWith(`${named}/`));
        return base === undefined || byUser(path) || (path !== base && byDefault(path.slice(base.length + 1)));
    };
    return { isExcluded, isSubject: (path) => named(path) && included(path) && !isExcluded(path) };
}
// `!docs/**` alone means everything but docs.
function select_withPositive(globs) {
    return globs.some((glob) => !glob.startsWith('!')) ? globs : ['.', ...globs];
}
/** Folders are asked, not the file's own name. */
function isEvidence(path) {
    return !path
        .split('/')
        .slice(0, -1)
        .some((folder) => NO_EVIDENCE.has(folder.toLowerCase()));
}

;// CONCATENATED MODULE: ./src/source/read.ts










/** Reads everything of a tree that is ours, each file once. Decides from names and heads what is not, and forgets it. */
function readSources(tree, selection) {
    const reading = new Reading(tree, select_select(selection));
    for (const path of reading.files)
        reading.file(path);
    return reading.sources();
}
class Reading {
    files;
    #tree;
    #selected;
    #isTemplate;
    #read = new Map();
    #documents = [];
    #dockerfiles = [];
    #manifests = [];
    #problems = [];
    #definitions = [];
    constructor(tree, selected) {
        this.#tree = tree;
        this.#selected = selected;
        this.files = tree.files.filter((path) => !selected.isExcluded(path));
        this.#isTemplate = templateFinder(this.files);
        for (const { path, reason } of tree.unlisted ?? [])
            if (!selected.isExcluded(path))
                this.#problem(path, reason, 'manifest-parses');
    }
    file(path) {
        const name = nameKind(path);
        if (name === undefined)
            return;
        try {
            const text = this.#textOf(path, name);
            if (text === undefined)
                return;
            if (name === 'dockerfile')
                this.#dockerfiles.push(parseDockerfile(this.#keep(path, text)));
            else
                this.#yaml(path, name, text);
        }
        catch (error) {
            if (!(error instanceof Unreadable))
                throw error;
            if (!error.absent)
                this.#problem(path, error.message, name === 'dockerfile' ? 'dockerfile-parses' : 'manifest-parses');
        }
    }
    // A file that cannot be judged is a problem only if it is ours, which its head tells where the name does not.
    #textOf(path, name) {
        try {
            return decode(this.#tree.read(path));
        }
        catch (error) {
            if (!(error instanceof Unreadable) || error.absent || (name !== 'yaml' && name !== 'json'))
                throw error;
            if (mayBeKubernetes(this.#headOf(path)))
                throw error;
            return undefined;
        }
    }
    #headOf(path) {
        try {
            return decodeLoosely(this.#tree.read(path, 64 * 1024));
        }
        catch {
            // Nobody can say what it is; a manifest is what its name allows.
            return 'apiVersion:\nkind:';
        }
    }
    #yaml(path, name, text) {
        if ((name === 'yaml' || name === 'json') && !mayBeKubernetes(text) && !mayBeCompose(text))
            return;
        const source = new Source(path, text);
        const manifest = readManifest(source, name, this.#isTemplate(path));
        if (!manifest)
            return;
        this.#read.set(path, source);
        this.#manifests.push({ source, faults: manifest.faults });
        this.#documents.push(...manifest.documents);
        this.#definitions.push(...manifest.definitions);
    }
    #keep(path, text) {
        const source = new Source(path, text);
        this.#read.set(path, source);
        return source;
    }
    #problem(path, message, rule) {
        this.#problems.push({ file: path, line: 1, column: 1, endLine: 1, endColumn: 1, message, rule });
    }
    #sourceOf(path) {
        if (this.#read.has(path))
            return this.#read.get(path);
        try {
            return this.#keep(path, decode(this.#tree.read(path)));
        }
        catch (error) {
            if (!(error instanceof Unreadable))
                throw error;
            this.#read.set(path, undefined);
            return undefined;
        }
    }
    sources() {
        const of = (kind) => this.#documents.filter((document) => document.kind === kind);
        const patches = patchedFiles(of('kustomization'));
        const objects = [...of('kubernetes'), ...this.#definitions].flatMap((document) => [
            ...resourcesOf(document, patches.has(document.source.path) || isKubeadmPatch(document.source.path)),
        ]);
        const resources = objects.filter((object) => !kinds_isDefinition(object));
        const definitions = objects.filter(kinds_isDefinition);
        const compose = of('compose');
        const isSubject = this.#selected.isSubject;
        const faults = this.#manifests.flatMap((file) => file.faults);
        return {
            resources,
            definitions,
            documents: this.#documents,
            dockerfiles: this.#dockerfiles,
            compose,
            workflows: of('workflow'),
            manifests: this.#manifests,
            faults,
            problems: this.#problems.filter((problem) => isSubject(problem.file)),
            files: this.files,
            scanned: this.#scanned(objects, compose, of('workflow')),
            isSubject,
            isEvidence: isEvidence,
            sourceOf: (path) => this.#sourceOf(path),
            has: (path) => this.#tree.has(path),
        };
    }
    #scanned(resources, compose, workflows) {
        const isSubject = this.#selected.isSubject;
        const count = (items) => items.filter((item) => isSubject(item.source.path)).length;
        return {
            files: [...this.#manifests, ...this.#dockerfiles].filter((file) => isSubject(file.source.path)).length,
            resources: count(resources),
            dockerfiles: count(this.#dockerfiles),
            composeFiles: new Set(compose.map((document) => document.source.path).filter(isSubject)).size,
            workflows: count(workflows),
        };
    }
}

;// CONCATENATED MODULE: ./src/subjects/values.ts

function values_isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unsettled);
}
/** A member of what a file says; the `Unsettled` itself where the file does not settle it, undefined where there is none. */
function subjects_values_member(value, key) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    try {
        return Object.hasOwn(value, key) ? value[key] : undefined;
    }
    catch (error) {
        if (error instanceof Unsettled)
            return error;
        throw error;
    }
}
function values_at(value, ...path) {
    let here = value;
    for (const key of path) {
        if (here instanceof Unsettled)
            return here;
        here = subjects_values_member(here, key);
    }
    return here;
}
/** The text at a path; undefined where it is missing, no text or not settled. */
function textAt(value, ...path) {
    const found = values_at(value, ...path);
    return typeof found === 'string' ? found : undefined;
}
/**
 * A name as written, also where it is a template's expression: equal expressions of one chart give equal names. `settled` tells
 * whether not finding the name means anything.
 */
function nameAt(value, key) {
    const found = subjects_values_member(value, key);
    if (typeof found === 'string')
        return { text: found, settled: true };
    if (!(found instanceof Unsettled))
        return undefined;
    const origin = originOf(value)?.child(key);
    return {
        text: origin ? origin.source.text.slice(origin.span.start, Math.min(origin.span.end, origin.span.start + 200)) : '',
        settled: false,
    };
}
function mappingAt(value, ...path) {
    const found = values_at(value, ...path);
    return values_isMapping(found) ? found : undefined;
}
/** The items of a list as far as they are written; an unsettled item is left out. */
function itemsAt(value, ...path) {
    const list = values_at(value, ...path);
    return Array.isArray(list) ? writtenItems(list) : [];
}
function mappingsAt(value, ...path) {
    return itemsAt(value, ...path).filter(values_isMapping);
}
function textsAt(value, ...path) {
    return itemsAt(value, ...path).filter((item) => typeof item === 'string');
}
// A list to which a template adds members throws when its length is asked, so items are taken until one is not there.
function writtenItems(list) {
    const length = subjects_values_member(list, 'length');
    const items = [];
    for (let index = 0; typeof length !== 'number' || index < length; index++) {
        const item = subjects_values_member(list, index);
        if (typeof length !== 'number' && (item === undefined || item instanceof Unsettled))
            break;
        if (!(item instanceof Unsettled))
            items.push(item);
    }
    return items;
}
/** The keys of a mapping; the `Unsettled` where a template may add more. */
function keysOf(value) {
    try {
        return Object.keys(value);
    }
    catch (error) {
        if (error instanceof Unsettled)
            return error;
        throw error;
    }
}
/** Whether a mapping surely has no members. */
function values_isEmpty(value) {
    const keys = keysOf(value);
    return !(keys instanceof Unsettled) && keys.length === 0;
}
/** Adds members that throw when they are read. */
function throwing(unsettled, to, names) {
    for (const name of names) {
        const get = () => {
            throw unsettled;
        };
        Object.defineProperty(to, name, { enumerable: true, configurable: true, get });
    }
    return to;
}
/** An origin without members: what is derived from a scalar has no places of its own. */
function leaf(origin) {
    return { source: origin.source, span: origin.span, key: origin.key, anchor: origin.anchor, child: () => undefined };
}
/** What is derived from a member of a mapping stands where that member stands. */
function placed(item, holder, key) {
    const origin = originOf(holder)?.child(key);
    return origin ? withOrigin(item, leaf(origin)) : item;
}

;// CONCATENATED MODULE: ./src/subjects/image-replacements.ts

function imageReplacements(documents) {
    const found = new Map();
    for (const document of documents) {
        if (document.kind === 'kustomization') {
            for (const entry of mappingsAt(document.value, 'images'))
                if (setsVersion(entry))
                    found.set(textAt(entry, 'name') ?? '', 'a kustomization');
        }
        else if (document.kind === 'config' && textAt(document.value, 'apiVersion')?.startsWith('skaffold/')) {
            for (const artifact of mappingsAt(document.value, 'build', 'artifacts'))
                found.set(textAt(artifact, 'image') ?? '', 'skaffold');
        }
    }
    return found;
}
function setsVersion(entry) {
    return subjects_values_member(entry, 'newTag') !== undefined || subjects_values_member(entry, 'digest') !== undefined;
}

;// CONCATENATED MODULE: ./src/subjects/kustomizations.ts


/** The namespaces that kustomizations put the objects of a file into; the outermost one that sets a namespace wins. */
function kustomizedNamespaces(documents) {
    const byFolder = new Map();
    for (const document of documents)
        if (document.kind === 'kustomization')
            byFolder.set(external_node_path_.posix.dirname(document.source.path), kustomizations_read(document));
    const taken = new Set([...byFolder.values()].flatMap((kustomization) => kustomization.takes));
    const found = new Map();
    for (const [folder, kustomization] of byFolder) {
        if (!taken.has(folder))
            spread(kustomization, byFolder, found);
    }
    return new Map([...found].map(([path, names]) => [path, [...names]]));
}
function kustomizations_read(document) {
    const folder = external_node_path_.posix.dirname(document.source.path);
    const takes = ['resources', 'bases', 'components']
        .flatMap((key) => textsAt(document.value, key))
        .filter((path) => !path.includes('\n') && !path.includes('://'))
        .map((path) => external_node_path_.posix.join(folder, path).replace(/\/$/, ''));
    return { folder, namespace: textAt(document.value, 'namespace') || undefined, takes };
}
function spread(root, byFolder, found) {
    const seen = new Set();
    const open = [{ kustomization: root, namespace: root.namespace }];
    for (let next = open.pop(); next; next = open.pop()) {
        const { kustomization, namespace } = next;
        if (seen.has(kustomization))
            continue;
        seen.add(kustomization);
        for (const path of kustomization.takes) {
            const below = byFolder.get(path);
            if (below)
                open.push({ kustomization: below, namespace: namespace ?? below.namespace });
            else if (namespace !== undefined)
                found.set(path, (found.get(path) ?? new Set()).add(namespace));
        }
    }
}

;// CONCATENATED MODULE: ./src/subjects/step-templates.ts


/** Where kinds whose pods are put together from steps hold what one pod is made of. */
function stepPods({ kind, group, object }) {
    if (group === 'argoproj.io' && kind.endsWith('Workflow'))
        return argoPods(values_at(object, 'spec', ...(kind === 'CronWorkflow' ? ['workflowSpec'] : [])));
    if (group === 'argoproj.io' && kind.endsWith('WorkflowTemplate'))
        return argoPods(values_at(object, 'spec'));
    if (group === 'tekton.dev' && (kind === 'Task' || kind === 'ClusterTask'))
        return tektonPods(object);
    return undefined;
}
/** What a workflow sets for the pods of all its templates, each of which may set it itself. */
const SHARED = ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'hostNetwork', 'volumes'];
function argoPods(spec) {
    return mappingsAt(spec, 'templates').flatMap((template) => {
        const main = [subjects_values_member(template, 'container'), subjects_values_member(template, 'script')].filter(values_isMapping);
        const containers = [...main, ...mappingsAt(template, 'containerSet', 'containers'), ...mappingsAt(template, 'sidecars')];
        if (containers.length === 0)
            return [];
        const parts = new Parts(template).list('containers', containers).list('initContainers', mappingsAt(template, 'initContainers'));
        for (const name of SHARED)
            parts.take(name, template).take(name, spec);
        return [{ spec: parts.pod(), metadata: mappingAt(template, 'metadata') }];
    });
}
/** Set by the TaskRun that starts a task, which is rarely among the files. */
const FROM_RUN = ['serviceAccountName', 'automountServiceAccountToken', 'securityContext', 'hostNetwork', 'hostUsers'];
function tektonPods(object) {
    const spec = mappingAt(object, 'spec');
    const steps = mappingsAt(spec, 'steps').filter((step) => subjects_values_member(step, 'image') !== undefined);
    if (!spec || steps.length === 0)
        return [];
    const pod = new Parts(spec)
        .list('containers', [...steps, ...mappingsAt(spec, 'sidecars')])
        .take('volumes', spec)
        .pod();
    throwing(new Unsettled('depends on the TaskRun that starts the task', originOf(spec)), pod, FROM_RUN);
    return [{ spec: pod, metadata: undefined }];
}
/** A PodSpec put together from members that stand in different places. */
class Parts {
    // Controllers of steps never start a container again.
    #members = { restartPolicy: 'Never' };
    #origins = new Map();
    #holder;
    constructor(holder) {
        this.#holder = holder;
    }
    list(name, items) {
        if (items.length > 0)
            this.#members[name] = [...items];
        return this;
    }
    take(name, from) {
        if (Object.hasOwn(this.#members, name) || !values_isMapping(from))
            return this;
        const value = subjects_values_member(from, name);
        const origin = originOf(from)?.child(name);
        if (value instanceof Unsettled)
            throwing(value, this.#members, [name]);
        else if (value !== undefined)
            this.#members[name] = value;
        if (value !== undefined && origin)
            this.#origins.set(name, origin);
        return this;
    }
    pod() {
        const origin = originOf(this.#holder);
        if (!origin)
            return this.#members;
        return withOrigin(this.#members, { source: origin.source, span: origin.span, key: origin.key, child: (key) => this.#origins.get(key) });
    }
}

;// CONCATENATED MODULE: ./src/subjects/pod-templates.ts



/** Where Kubernetes' own kinds hold the mapping with `metadata` and `spec` of their pods. */
const BUILT_IN = {
    Pod: [],
    ReplicationController: ['spec', 'template'],
    PodTemplate: ['template'],
    Deployment: ['spec', 'template'],
    ReplicaSet: ['spec', 'template'],
    StatefulSet: ['spec', 'template'],
    DaemonSet: ['spec', 'template'],
    Job: ['spec', 'template'],
    CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};
const BUILT_IN_GROUPS = new Set(['', 'apps', 'batch', 'extensions']);
/** Groups whose objects hold patterns, patches or values that only look like pods. */
const NO_PODS = new Set([
    ...['kyverno.io', 'policies.kyverno.io', 'constraints.gatekeeper.sh', 'templates.gatekeeper.sh', 'mutations.gatekeeper.sh'],
    ...['admissionregistration.k8s.io', 'apiextensions.k8s.io', 'policies.kubewarden.io', 'helm.toolkit.fluxcd.io', 'helm.cattle.io'],
    ...['kustomize.toolkit.fluxcd.io', 'kustomize.config.k8s.io', 'rbac.authorization.k8s.io', 'networking.k8s.io', 'policy'],
]);
/** No custom kind nests its pods deeper; Agones' Fleet and JobSet have six levels. */
const pod_templates_MAX_DEPTH = 9;
/** Values that the search looks at in one object. */
const MAX_VISITS = 4000;
function podTemplatesOf(resource) {
    const { kind, group } = resource;
    if (BUILT_IN_GROUPS.has(group)) {
        const path = Object.hasOwn(BUILT_IN, kind) ? BUILT_IN[kind] : undefined;
        return path ? builtIn(resource.object, path) : [];
    }
    if (NO_PODS.has(group))
        return [];
    return stepPods(resource) ?? new Search().templates(resource.object);
}
/** Members of custom objects for which an operator is likely to run pods that no file describes. */
const RUNS_PODS = [
    ...['replicas', 'instances', 'size', 'nodeSets', 'podMetadata', 'podTemplate', 'template', 'image', 'components', 'chart', 'source'],
    ...['serviceAccountName', 'resources', 'nodeSelector', 'tolerations', 'affinity', 'storage', 'containers'],
];
/** Whether an object may stand for pods which are not in it: somebody else's controller makes them. */
function mayRunPods(resource) {
    const { group } = resource;
    if (!group.includes('.') || group.endsWith('.k8s.io') || NO_PODS_AT_ALL.has(group))
        return false;
    const spec = values_at(resource.object, 'spec');
    return spec instanceof Unsettled || (values_isMapping(spec) && RUNS_PODS.some((name) => subjects_values_member(spec, name) !== undefined));
}
const NO_PODS_AT_ALL = new Set([
    'kyverno.io',
    'policies.kyverno.io',
    'constraints.gatekeeper.sh',
    'templates.gatekeeper.sh',
    'cilium.io',
]);
function builtIn(object, path) {
    const template = values_at(object, ...path);
    const spec = values_isMapping(template) ? subjects_values_member(template, 'spec') : undefined;
    return values_isMapping(spec) ? [{ spec, metadata: mappingAt(template, 'metadata') }] : [];
}
class Search {
    #found = [];
    #visits = 0;
    templates(object) {
        this.#look(object, '', undefined, 0);
        return this.#found;
    }
    #look(value, key, parent, depth) {
        if (depth > pod_templates_MAX_DEPTH || ++this.#visits > MAX_VISITS)
            return;
        if (Array.isArray(value))
            for (const item of itemsAt(value))
                this.#look(item, key, undefined, depth + 1);
        if (!values_isMapping(value))
            return;
        if (depth > 1 && isPodSpec(value, key)) {
            this.#found.push({ spec: value, metadata: parent && mappingAt(parent, 'metadata') });
            return;
        }
        const keys = keysOf(value);
        if (keys instanceof Unsettled)
            return;
        for (const name of keys)
            if (!NO_TEMPLATE.has(name))
                this.#look(subjects_values_member(value, name), name, value, depth + 1);
    }
}
/** Members of objects that hold something else: what the cluster writes, what people configure freely. */
const NO_TEMPLATE = new Set([
    'metadata',
    'status',
    'values',
    'valuesObject',
    'patches',
    'patch',
    'pattern',
    'match',
    'overrides',
]);
// A list of containers of which one has an image: operators' own kinds have lists of that name which are merged into theirs.
function isPodSpec(value, key) {
    if (key !== 'spec' && !/pod_?(?:spec|template)$/i.test(key))
        return false;
    return mappingsAt(value, 'containers').some((container) => subjects_values_member(container, 'image') !== undefined);
}

;// CONCATENATED MODULE: ./src/subjects/pods.ts



const LISTS = [
    ['initContainers', 'init'],
    ['containers', 'container'],
    ['ephemeralContainers', 'ephemeral'],
];
/** A pod as some object describes it. */
class Pod {
    resource;
    spec;
    metadata;
    origin;
    resourceName;
    /** `Deployment shop/web`. */
    label;
    constructor(resource, template, resourceName) {
        this.resource = resource;
        this.spec = template.spec;
        this.metadata = template.metadata ?? {};
        this.origin = originOf(template.spec) ?? resource.origin;
        this.resourceName = resourceName;
        this.label = labelOf(resourceName);
    }
    containers() {
        return LISTS.flatMap(([list, type]) => itemsAt(this.spec, list)
            .filter(values_isMapping)
            .map((value) => ({ value, type, name: textAt(value, 'name') ?? '' })));
    }
    /** Why the containers are not known, where a template writes all of them. */
    unsettledContainers() {
        const containers = subjects_values_member(this.spec, 'containers');
        return containers instanceof Unsettled ? containers : undefined;
    }
}
function resourceNameOf(resource) {
    return { apiVersion: resource.apiVersion, kind: resource.kind, namespace: resource.namespace ?? '', name: resource.name };
}
/** `Deployment shop/web`. */
function labelOf(name) {
    return name.namespace === '' ? `${name.kind} ${name.name}` : `${name.kind} ${name.namespace}/${name.name}`;
}
function podsOf(resource) {
    const templates = podTemplatesOf(resource);
    if (templates.length === 0)
        return [];
    const name = resourceNameOf(resource);
    return templates.map((template) => new Pod(resource, template, name));
}

;// CONCATENATED MODULE: ./src/subjects/realms.ts



class Realms {
    #kustomized;
    #realms = new Map();
    constructor(kustomized) {
        this.#kustomized = kustomized;
    }
    of(resource) {
        const { path } = resource.source;
        const written = values_at(resource.object, 'metadata', 'namespace');
        const named = typeof written === 'string' && written !== '' ? written : undefined;
        const kustomized = this.#kustomized.get(path);
        if (kustomized)
            return this.#realm(kustomized, kustomized.join(' '), kustomized[0]);
        if (named !== undefined)
            return this.#realm([named], named, named);
        if (resource.templated || written instanceof Unsettled)
            return this.#realm([`${chartOf(path)}/`], `${chartOf(path)}/`, undefined);
        return this.#realm(['default'], `${external_node_path_.posix.dirname(path)}/`, 'default');
    }
    #realm(namespaces, home, name) {
        const known = this.#realms.get(home);
        if (known)
            return known;
        const realm = { namespaces, home, name };
        this.#realms.set(home, realm);
        return realm;
    }
}
/** The folder that holds `templates/`; the file's own where there is none. */
function chartOf(path) {
    const templates = `/${path}`.lastIndexOf('/templates/');
    return templates < 0 ? external_node_path_.posix.dirname(path) : path.slice(0, Math.max(0, templates - 1));
}

;// CONCATENATED MODULE: ./src/subjects/related/found.ts

const found_NOTHING = { items: [], unsettled: undefined };
/**
 * As a list for expressions. Where there may be more, the list ends with an item that throws when it is read, so that `exists`
 * is true for what is sure and unknown otherwise; with nothing sure it throws at once.
 */
function listOf({ items, unsettled }) {
    if (!unsettled)
        return items;
    if (items.length === 0)
        throw unsettled;
    const list = [...items];
    Object.defineProperty(list, items.length, {
        enumerable: true,
        get: () => {
            throw unsettled;
        },
    });
    return list;
}
function union(founds) {
    const items = new Set();
    let unsettled;
    for (const found of founds) {
        for (const item of found.items)
            items.add(item);
        unsettled ??= found.unsettled;
    }
    return { items: [...items], unsettled };
}
/** Maps answers, each once: a thousand copies of a workload share one. */
function found_mapping(map) {
    const made = new WeakMap();
    return (found) => {
        let mapped = made.get(found);
        if (!mapped) {
            mapped = { items: [...new Set(found.items.map(map))], unsettled: found.unsettled };
            made.set(found, mapped);
        }
        return mapped;
    };
}
/** Sorts candidates by three-valued matching. */
function sift(candidates, match) {
    const items = [];
    let unsettled;
    for (const candidate of candidates) {
        const matched = match(candidate);
        if (matched === true)
            items.push(candidate);
        else if (matched instanceof Unsettled)
            unsettled ??= matched;
    }
    return { items, unsettled };
}

;// CONCATENATED MODULE: ./src/subjects/related/selector.ts


/** Labels that controllers write on their pods at run time. */
const RUN_TIME = new Set([
    ...['pod-template-hash', 'controller-revision-hash', 'controller-uid', 'batch.kubernetes.io/controller-uid', 'job-name'],
    ...['batch.kubernetes.io/job-name', 'statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index', 'pod-template-generation'],
    ...['batch.kubernetes.io/job-completion-index', 'rollouts-pod-template-hash'],
]);
/** A label selector as requirements that must all hold; `unsettled` where a template writes them. */
class Selector {
    requirements;
    unsettled;
    constructor(requirements, unsettled) {
        this.requirements = requirements;
        this.unsettled = unsettled;
    }
    /** `labels`: a mapping, an `Unsettled`, or undefined for none. */
    matches(labels) {
        let unsettled = this.unsettled;
        for (const requirement of this.requirements) {
            const match = selector_holds(requirement, labels);
            if (match === false)
                return false;
            if (match instanceof Unsettled)
                unsettled ??= match;
        }
        return unsettled ?? true;
    }
    /** The labels of which a match must carry one, by the rarest requirement; undefined where a match may carry none of them. */
    pairs(rarity) {
        let best;
        let least = Number.POSITIVE_INFINITY;
        for (const { key, operator, values } of this.requirements) {
            if (operator !== 'In' || RUN_TIME.has(key))
                continue;
            const pairs = values.map((value) => pairOf(key, value));
            const count = pairs.reduce((sum, pair) => sum + rarity(pair), 0);
            if (count < least) {
                least = count;
                best = pairs;
            }
        }
        return best;
    }
    get signature() {
        return this.requirements.map(({ key, operator, values }) => `${key} ${operator} ${values.join(',')}`).join('\n');
    }
}
function pairOf(key, value) {
    return `${key}=${value}`;
}
function selector_holds({ key, operator, values }, labels) {
    if (labels instanceof Unsettled)
        return labels;
    const value = subjects_values_member(labels, key);
    if (value instanceof Unsettled)
        return value;
    if (value === undefined && RUN_TIME.has(key))
        return new Unsettled(`a controller writes the label ${key} when it runs`, undefined);
    const is = value !== undefined;
    if (operator === 'Exists')
        return is;
    if (operator === 'DoesNotExist')
        return !is;
    const listed = is && values.includes(String(value));
    return operator === 'In' ? listed : !listed;
}
/** A `LabelSelector` of the API: matchLabels and matchExpressions. Missing is `undefined`: what that means depends on the field. */
function labelSelector(value) {
    if (value instanceof Unsettled)
        return new Selector([], value);
    if (!values_isMapping(value))
        return undefined;
    const simple = equalities(values_at(value, 'matchLabels'));
    const expressions = values_at(value, 'matchExpressions');
    const unsettled = simple.unsettled ?? (expressions instanceof Unsettled ? expressions : undefined);
    return new Selector([...simple.requirements, ...mappingsAt(value, 'matchExpressions').flatMap(selector_expression)], unsettled);
}
/** A plain mapping of labels, as Services and ReplicationControllers have it. */
function equalities(value) {
    if (value instanceof Unsettled)
        return new Selector([], value);
    if (!values_isMapping(value))
        return new Selector([]);
    const keys = keysOf(value);
    if (keys instanceof Unsettled)
        return new Selector([], keys);
    let unsettled;
    const requirements = [];
    for (const key of keys) {
        const wanted = subjects_values_member(value, key);
        if (wanted instanceof Unsettled)
            unsettled ??= wanted;
        else
            requirements.push({ key, operator: 'In', values: [String(wanted)] });
    }
    return new Selector(requirements, unsettled);
}
const OPERATORS = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist']);
function selector_expression(item) {
    const key = textAt(item, 'key');
    const operator = textAt(item, 'operator');
    if (key === undefined || operator === undefined || !OPERATORS.has(operator))
        return [];
    return [{ key, operator: operator, values: textsAt(item, 'values') }];
}

;// CONCATENATED MODULE: ./src/subjects/related/selector-index.ts




/** Finds whose selectors match given labels without trying every selector of the namespace. */
class SelectorIndex {
    #entries = new Map();
    #shelves = new Map();
    #answers = new Map();
    add(namespaces, selector, item) {
        for (const namespace of namespaces)
            pushTo(this.#entries, namespace, { selector, item });
    }
    matching(namespaces, labels) {
        return namespaces.length === 1 ? this.#in(namespaces[0], labels) : union(namespaces.map((name) => this.#in(name, labels)));
    }
    #in(namespace, labels) {
        if (!this.#entries.has(namespace))
            return found_NOTHING;
        const pairs = pairsOf(labels);
        // Workloads that are copies of each other have equal labels: the answer is found once and shared.
        const key = pairs && `${namespace}\n${pairs.join('\n')}`;
        const known = key === undefined ? undefined : this.#answers.get(key);
        if (known)
            return known;
        const shelf = this.#shelf(namespace);
        const candidates = pairs
            ? new Set(pairs.flatMap((pair) => shelf.byPair.get(pair) ?? []).concat(shelf.rest))
            : this.#entries.get(namespace);
        const { items, unsettled } = sift(candidates ?? [], (entry) => entry.selector.matches(labels));
        const found = { items: items.map((entry) => entry.item), unsettled };
        if (key !== undefined)
            this.#answers.set(key, found);
        return found;
    }
    #shelf(namespace) {
        let shelf = this.#shelves.get(namespace);
        if (!shelf) {
            shelf = shelve(this.#entries.get(namespace) ?? []);
            this.#shelves.set(namespace, shelf);
        }
        return shelf;
    }
}
// Each selector stands under the rarest label that it asks for, so that a label which all share leads to few.
function shelve(entries) {
    const counts = new Map();
    for (const { selector } of entries) {
        for (const { key, values } of selector.requirements) {
            for (const value of values)
                counts.set(pairOf(key, value), (counts.get(pairOf(key, value)) ?? 0) + 1);
        }
    }
    const shelf = { byPair: new Map(), rest: [] };
    for (const entry of entries) {
        const pairs = entry.selector.pairs((pair) => counts.get(pair) ?? 0);
        if (!pairs)
            shelf.rest.push(entry);
        else
            for (const pair of pairs)
                pushTo(shelf.byPair, pair, entry);
    }
    return shelf;
}
/** `key=value` of each label, sorted; undefined where a template may add labels or write their values. */
function pairsOf(labels) {
    if (labels === undefined)
        return [];
    if (!values_isMapping(labels))
        return undefined;
    const keys = keysOf(labels);
    if (keys instanceof Unsettled)
        return undefined;
    const pairs = [];
    for (const key of keys) {
        const value = subjects_values_member(labels, key);
        if (value instanceof Unsettled)
            return undefined;
        pairs.push(pairOf(key, String(value)));
    }
    return pairs.sort();
}
function pushTo(map, key, value) {
    const list = map.get(key);
    if (list)
        list.push(value);
    else
        map.set(key, [value]);
}

;// CONCATENATED MODULE: ./src/subjects/related/pod-index.ts



function labelsOf(pod) {
    return subjects_values_member(pod.metadata, 'labels');
}
/** Finds the pods that a selector matches without trying every pod of the namespace. */
class PodIndex {
    #shelves = new Map();
    #answers = new Map();
    add(namespaces, pod) {
        const pairs = pairsOf(labelsOf(pod));
        for (const namespace of namespaces) {
            let shelf = this.#shelves.get(namespace);
            if (!shelf) {
                shelf = { all: [], byPair: new Map(), open: [] };
                this.#shelves.set(namespace, shelf);
            }
            shelf.all.push(pod);
            if (pairs)
                for (const pair of pairs)
                    pushTo(shelf.byPair, pair, pod);
            else
                shelf.open.push(pod);
        }
    }
    in(namespaces) {
        return namespaces.length === 1 ? (this.#shelves.get(namespaces[0])?.all ?? []) : namespaces.flatMap((name) => this.in([name]));
    }
    matching(namespaces, selector) {
        return namespaces.length === 1 ? this.#in(namespaces[0], selector) : union(namespaces.map((name) => this.#in(name, selector)));
    }
    #in(namespace, selector) {
        const shelf = this.#shelves.get(namespace);
        if (!shelf)
            return found_NOTHING;
        const key = selector.unsettled ? undefined : `${namespace}\n${selector.signature}`;
        const known = key === undefined ? undefined : this.#answers.get(key);
        if (known)
            return known;
        const pairs = selector.pairs((pair) => shelf.byPair.get(pair)?.length ?? 0);
        const candidates = pairs ? new Set(pairs.flatMap((pair) => shelf.byPair.get(pair) ?? []).concat(shelf.open)) : shelf.all;
        const found = sift(candidates, (pod) => selector.matches(labelsOf(pod)));
        if (key !== undefined)
            this.#answers.set(key, found);
        return found;
    }
}

;// CONCATENATED MODULE: ./src/subjects/related/calico.ts


const calico_PART = /^\s*(?:(!?)\s*has\(\s*([\w./-]{1,300})\s*\)|([\w./-]{1,300})\s*(==|!=)\s*(["'])([^"']{0,300})\5|([\w./-]{1,300})\s+(not\s+)?in\s*\{([^{}]{0,2000})\})\s*$/;
/** Calico's selector language as far as it is a conjunction of tests on single labels; missing or `all()` selects everything. */
function calicoSelector(value) {
    if (value instanceof Unsettled)
        return new Selector([], value);
    if (typeof value !== 'string' || value.trim() === '' || value.trim() === 'all()')
        return new Selector([]);
    const requirements = value.split('&&').map(requirement);
    if (requirements.some((part) => part === undefined))
        return new Selector([], new Unsettled('depends on a Calico selector that is not read', undefined));
    return new Selector(requirements.flatMap((part) => (part && part !== 'all' ? [part] : [])));
}
function requirement(part) {
    if (part.trim() === 'all()')
        return 'all';
    const match = calico_PART.exec(part);
    if (!match)
        return undefined;
    const [, not, has, key, comparison, , value = '', listed, notIn, list = ''] = match;
    if (has !== undefined)
        return { key: has, operator: not ? 'DoesNotExist' : 'Exists', values: [] };
    if (key !== undefined)
        return { key, operator: comparison === '==' ? 'In' : 'NotIn', values: [value] };
    const values = list.split(',').map((item) => item.trim().replace(/^["']|["']$/g, ''));
    return { key: listed ?? '', operator: notIn ? 'NotIn' : 'In', values };
}

;// CONCATENATED MODULE: ./src/subjects/related/cilium.ts

const NAMESPACE = 'io.kubernetes.pod.namespace';
const NAMESPACE_LABELS = 'io.cilium.k8s.namespace.labels.';
/** Cilium writes a label's source before its key, and a pod's namespace and the namespace's labels as labels of the pod. */
function ciliumSelector(value) {
    const selector = labelSelector(value) ?? new Selector([]);
    const pods = [];
    const namespaces = [];
    for (const requirement of selector.requirements) {
        const key = requirement.key.replace(/^(?:k8s|any)[:.]/, '');
        if (key === NAMESPACE)
            namespaces.push({ ...requirement, key: 'kubernetes.io/metadata.name' });
        else if (key.startsWith(NAMESPACE_LABELS))
            namespaces.push({ ...requirement, key: key.slice(NAMESPACE_LABELS.length) });
        else
            pods.push({ ...requirement, key });
    }
    return { pods: new Selector(pods, selector.unsettled), namespaces: new Selector(namespaces) };
}

;// CONCATENATED MODULE: ./src/subjects/related/dns.ts

/** 53; OpenShift's DNS pods listen on 5353, k3s' and some node-local caches on 8053. */
const DNS = new Set(['53', '5353', '8053', 'dns', 'dns-tcp']);
/** Whether an egress rule, of NetworkPolicy, Cilium or Calico, allows nothing but name resolution. */
function onlyDns(rule) {
    const ports = [
        ...mappingsAt(rule, 'ports').map((port) => values_at(port, 'port')),
        ...mappingsAt(rule, 'toPorts').flatMap((to) => mappingsAt(to, 'ports').map((port) => values_at(port, 'port'))),
        ...portsOf(values_at(rule, 'destination', 'ports')),
    ];
    return ports.length > 0 && ports.every((port) => DNS.has(String(port)));
}
function portsOf(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./src/subjects/related/policies.ts






const ALL = new Selector([]);
function policiesOf(resource) {
    const { kind, group, object } = resource;
    if (group === 'cilium.io')
        return specsOf(object).map((spec) => cilium(resource, spec));
    const spec = mappingAt(object, 'spec');
    if (!spec)
        return [];
    if (group.endsWith('projectcalico.org'))
        return [calico(resource, spec)];
    if (kind === 'NetworkPolicy')
        return [policies_native(resource, spec)];
    return [admin(resource, spec)];
}
function policies_native(resource, spec) {
    const types = values_at(spec, 'policyTypes') === undefined
        ? ['Ingress', ...(itemsAt(spec, 'egress').length > 0 ? ['Egress'] : [])]
        : textsAt(spec, 'policyTypes');
    return {
        resource,
        pods: labelSelector(values_at(spec, 'podSelector')) ?? ALL,
        namespaces: undefined,
        ingress: !types.includes('Ingress') ? 'none' : noRules(spec, 'ingress', () => false) ? 'deny' : 'some',
        egress: !types.includes('Egress') ? 'none' : noRules(spec, 'egress', onlyDns) ? 'deny' : 'some',
    };
}
// Rules that a template writes are taken to allow something.
function noRules(spec, direction, ignored) {
    return !(values_at(spec, direction) instanceof Unsettled) && itemsAt(spec, direction).every(ignored);
}
function specsOf(object) {
    const spec = mappingAt(object, 'spec');
    return [...(spec ? [spec] : []), ...mappingsAt(object, 'specs')];
}
// A section with rules denies what it does not allow, unless enableDefaultDeny says otherwise; `- {}` allows nothing.
function cilium(resource, spec) {
    const effect = (direction) => {
        const allowed = mappingsAt(spec, direction);
        const denied = mappingsAt(spec, `${direction}Deny`);
        if (allowed.length + denied.length === 0 && values_at(spec, 'enableDefaultDeny', direction) !== true)
            return 'none';
        if (values_at(spec, 'enableDefaultDeny', direction) === false)
            return 'none';
        return allowed.every((rule) => values_isEmpty(rule) || (direction === 'egress' && onlyDns(rule))) ? 'deny' : 'some';
    };
    const { pods, namespaces } = ciliumSelector(values_at(spec, 'endpointSelector'));
    const global = resource.kind === 'CiliumClusterwideNetworkPolicy';
    return { resource, pods, namespaces: global ? namespaces : undefined, ingress: effect('ingress'), egress: effect('egress') };
}
function calico(resource, spec) {
    const written = textsAt(spec, 'types');
    const types = written.length > 0 ? written : ['Ingress', ...(itemsAt(spec, 'egress').length > 0 ? ['Egress'] : [])];
    const effect = (type, rules) => {
        if (!types.includes(type))
            return 'none';
        const opens = (rule) => textAt(rule, 'action') !== 'Deny' && !(type === 'Egress' && onlyDns(rule));
        return rules.some(opens) ? 'some' : 'deny';
    };
    return {
        resource,
        pods: calicoSelector(values_at(spec, 'selector')),
        namespaces: resource.kind === 'GlobalNetworkPolicy' ? calicoSelector(values_at(spec, 'namespaceSelector')) : undefined,
        ingress: effect('Ingress', mappingsAt(spec, 'ingress')),
        egress: effect('Egress', mappingsAt(spec, 'egress')),
    };
}
// (Baseline)AdminNetworkPolicy and ClusterNetworkPolicy: nothing is denied that no rule denies.
function admin(resource, spec) {
    const pods = values_at(spec, 'subject', 'pods');
    const effect = (rules) => {
        if (rules.length === 0)
            return 'none';
        return rules.some((rule) => textAt(rule, 'action') === 'Deny' && isEveryone(rule)) ? 'deny' : 'some';
    };
    return {
        resource,
        pods: pods === undefined ? ALL : (labelSelector(values_at(pods, 'podSelector')) ?? ALL),
        namespaces: labelSelector(pods === undefined ? values_at(spec, 'subject', 'namespaces') : values_at(pods, 'namespaceSelector')) ?? ALL,
        ingress: effect(mappingsAt(spec, 'ingress')),
        egress: effect(mappingsAt(spec, 'egress')),
    };
}
function isEveryone(rule) {
    if (itemsAt(rule, 'ports').length > 0)
        return false;
    return [...mappingsAt(rule, 'from'), ...mappingsAt(rule, 'to')].some((peer) => {
        const namespaces = mappingAt(peer, 'namespaces');
        return (namespaces !== undefined && values_isEmpty(namespaces)) || textsAt(peer, 'networks').some((cidr) => cidr === '0.0.0.0/0');
    });
}

;// CONCATENATED MODULE: ./src/subjects/related/coverage.ts





const coverage_KINDS = [
    ...['NetworkPolicy', 'CiliumNetworkPolicy', 'GlobalNetworkPolicy', 'CiliumClusterwideNetworkPolicy'],
    ...['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'],
];
/** Which network policies hold for which pods. */
class Coverage {
    #index = new SelectorIndex();
    /** Policies that reach over namespaces: a cluster has a handful. */
    #global = [];
    #namespaceLabels;
    #ofNamespace = new Map();
    constructor(objects, namespaceLabels) {
        this.#namespaceLabels = namespaceLabels;
        for (const resource of objects.ofKind(...coverage_KINDS)) {
            for (const policy of policiesOf(resource)) {
                if (policy.namespaces)
                    this.#global.push(policy);
                else
                    this.#add(policy, objects.realms.of(resource).namespaces);
            }
        }
    }
    #add(policy, namespaces) {
        this.#index.add(namespaces, policy.pods, policy);
        for (const namespace of namespaces) {
            const list = this.#ofNamespace.get(namespace);
            if (list)
                list.push(policy);
            else
                this.#ofNamespace.set(namespace, [policy]);
        }
    }
    ofPod(pod, namespaces) {
        const own = this.#index.matching(namespaces, labelsOf(pod));
        if (this.#global.length === 0)
            return own;
        return union([own, sift(this.#global, (policy) => both(policy.pods.matches(labelsOf(pod)), this.#reaches(policy, namespaces)))]);
    }
    /** The policies of a namespace, whatever pods they select. */
    ofNamespace(namespaces) {
        const items = namespaces.flatMap((namespace) => this.#ofNamespace.get(namespace) ?? []);
        return union([{ items, unsettled: undefined }, sift(this.#global, (policy) => this.#reaches(policy, namespaces))]);
    }
    #reaches(policy, namespaces) {
        const selector = policy.namespaces;
        if (!selector)
            return true;
        if (selector.requirements.length === 0)
            return selector.unsettled ?? true;
        let answer = false;
        for (const namespace of namespaces) {
            const match = selector.matches(this.#namespaceLabels(namespace));
            if (match === true)
                return true;
            if (match instanceof Unsettled)
                answer = match;
        }
        return answer;
    }
}
function both(a, b) {
    return a === false || b === false ? false : a === true ? b : a;
}
/** Whether some policy has the effect on a direction; an `Unsettled` where one might. */
function affects({ items, unsettled }, direction, effects) {
    return items.some((policy) => effects.includes(policy[direction])) || (unsettled ?? false);
}
/** Whether some policy denies a direction to every pod of the namespace. */
function deniesAll({ items, unsettled }, direction) {
    const denying = items.filter((policy) => policy[direction] === 'deny' && policy.pods.requirements.length === 0);
    return denying.some((policy) => !policy.pods.unsettled) || (denying[0]?.pods.unsettled ?? unsettled ?? false);
}

;// CONCATENATED MODULE: ./src/subjects/related/guardrails.ts

/** What policies and operators of the files put into every namespace, so that no manifest of it is there. */
function generatedKinds(resources) {
    return [...new Set(resources.flatMap(generatedBy))];
}
function generatedBy({ kind, group, object }) {
    if (group === 'kyverno.io' && kind === 'ClusterPolicy')
        return mappingsAt(object, 'spec', 'rules').flatMap(kyvernoKinds);
    if (group === 'policies.kyverno.io' && kind === 'GeneratingPolicy')
        return QUOTAS.filter((name) => mentions(object, name));
    if (group === 'capsule.clastix.io' && kind === 'Tenant') {
        return CAPSULE.flatMap(([field, name]) => (itemsAt(object, 'spec', field, 'items').length > 0 ? [name] : []));
    }
    if (group === 'hnc.x-k8s.io' && kind === 'HierarchicalResourceQuota')
        return ['ResourceQuota'];
    if (group === 'hnc.x-k8s.io' && kind === 'HNCConfiguration') {
        return mappingsAt(object, 'spec', 'resources').flatMap((item) => HNC[textAt(item, 'resource') ?? ''] ?? []);
    }
    if (group === 'quota.openshift.io' && kind === 'ClusterResourceQuota')
        return ['ResourceQuota'];
    if (group === 'management.cattle.io' && kind === 'Project')
        return mappingAt(object, 'spec', 'resourceQuota') ? ['ResourceQuota'] : [];
    return [];
}
const QUOTAS = ['NetworkPolicy', 'LimitRange', 'ResourceQuota'];
const CAPSULE = [
    ['networkPolicies', 'NetworkPolicy'],
    ['limitRanges', 'LimitRange'],
    ['resourceQuotas', 'ResourceQuota'],
];
const HNC = {
    networkpolicies: 'NetworkPolicy',
    limitranges: 'LimitRange',
    resourcequotas: 'ResourceQuota',
};
function kyvernoKinds(rule) {
    const generate = mappingAt(rule, 'generate');
    const targets = [generate, mappingAt(generate, 'cloneList'), ...mappingsAt(generate, 'foreach')];
    const kinds = targets.flatMap((target) => [textAt(target, 'kind') ?? '', ...itemsAt(target, 'kinds').map(String)]);
    return kinds.map((kind) => kind.slice(kind.lastIndexOf('/') + 1)).filter((kind) => kind !== '');
}
function mentions(object, name) {
    return itemsAt(object, 'spec', 'variables')
        .concat(itemsAt(object, 'spec', 'generate'))
        .some((item) => {
        const text = textAt(item, 'expression') ?? '';
        return text.includes(name);
    });
}
/** The level that an AdmissionConfiguration of the files makes Pod Security enforce where a namespace says nothing; '' for none. */
function podSecurityDefault(documents) {
    for (const document of documents) {
        if (document.kind !== 'config' || !document.source.text.includes('PodSecurity'))
            continue;
        const plugins = mappingsAt(document.value, 'plugins').map((plugin) => values_at(plugin, 'configuration'));
        for (const configuration of [document.value, ...plugins]) {
            const level = textAt(configuration, 'kind') === 'PodSecurityConfiguration' ? textAt(configuration, 'defaults', 'enforce') : undefined;
            if (level !== undefined)
                return level;
        }
    }
    return '';
}

;// CONCATENATED MODULE: ./src/subjects/related/known.ts
const known_KINDS = {
    namespaces: 'Namespace',
    services: 'Service',
    serviceAccounts: 'ServiceAccount',
    configMaps: 'ConfigMap',
    secrets: 'Secret',
    networkPolicies: 'NetworkPolicy',
    podDisruptionBudgets: 'PodDisruptionBudget',
    persistentVolumeClaims: 'PersistentVolumeClaim',
    roles: 'Role',
    clusterRoles: 'ClusterRole',
    roleBindings: 'RoleBinding',
    clusterRoleBindings: 'ClusterRoleBinding',
    limitRanges: 'LimitRange',
    resourceQuotas: 'ResourceQuota',
};
/** Whether the files hold any object of a kind where objects with this home live: else what is not found is not missing. */
function knownAt(objects, workloads, home) {
    const known = Object.entries(known_KINDS).map(([name, kind]) => [name, objects.knows(kind, home)]);
    return { ...Object.fromEntries(known), workloads: workloads.has(home) };
}

;// CONCATENATED MODULE: ./src/subjects/related/objects.ts

/** The API groups that the kinds which rules look up are served in; a kind of another group is somebody else's. */
const GROUPS = {
    Namespace: [''],
    Service: [''],
    ServiceAccount: [''],
    ConfigMap: [''],
    Secret: [''],
    LimitRange: [''],
    ResourceQuota: [''],
    PersistentVolumeClaim: [''],
    Ingress: ['networking.k8s.io', 'extensions'],
    HTTPRoute: ['gateway.networking.k8s.io'],
    GRPCRoute: ['gateway.networking.k8s.io'],
    TLSRoute: ['gateway.networking.k8s.io'],
    TCPRoute: ['gateway.networking.k8s.io'],
    UDPRoute: ['gateway.networking.k8s.io'],
    Role: ['rbac.authorization.k8s.io'],
    ClusterRole: ['rbac.authorization.k8s.io'],
    RoleBinding: ['rbac.authorization.k8s.io'],
    ClusterRoleBinding: ['rbac.authorization.k8s.io'],
    Deployment: ['apps', 'extensions'],
    ReplicaSet: ['apps', 'extensions'],
    StatefulSet: ['apps'],
    ReplicationController: [''],
    PodDisruptionBudget: ['policy'],
    HorizontalPodAutoscaler: ['autoscaling'],
    ScaledObject: ['keda.sh'],
    ReferenceGrant: ['gateway.networking.k8s.io'],
    NetworkPolicy: ['networking.k8s.io', 'extensions', 'projectcalico.org', 'crd.projectcalico.org'],
    GlobalNetworkPolicy: ['projectcalico.org', 'crd.projectcalico.org'],
    CiliumNetworkPolicy: ['cilium.io'],
    CiliumClusterwideNetworkPolicy: ['cilium.io'],
    AdminNetworkPolicy: ['policy.networking.k8s.io'],
    BaselineAdminNetworkPolicy: ['policy.networking.k8s.io'],
    ClusterNetworkPolicy: ['policy.networking.k8s.io'],
};
const CLUSTER_SCOPED = new Set([
    ...['Namespace', 'ClusterRole', 'ClusterRoleBinding', 'GlobalNetworkPolicy', 'CiliumClusterwideNetworkPolicy'],
    ...['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'],
]);
/** Objects by kind, namespace and name. */
class Objects {
    realms;
    #byKind = new Map();
    #byName = new Map();
    #byNamespace = new Map();
    #homes = new Map();
    constructor(resources, realms) {
        this.realms = realms;
        for (const resource of resources)
            if (!resource.patch && isIndexed(resource))
                this.#add(resource);
    }
    #add(resource) {
        const { kind, name } = resource;
        pushTo(this.#byKind, kind, resource);
        const global = CLUSTER_SCOPED.has(kind);
        const { namespaces, home } = this.realms.of(resource);
        for (const namespace of global ? [''] : namespaces) {
            pushTo(this.#byName, `${kind}\n${namespace}\n${name}`, resource);
            pushTo(this.#byNamespace, `${kind}\n${namespace}`, resource);
        }
        const homes = this.#homes.get(kind) ?? new Set();
        this.#homes.set(kind, homes.add(global ? '' : home));
    }
    ofKind(...kinds) {
        return kinds.flatMap((kind) => this.#byKind.get(kind) ?? []);
    }
    in(kind, namespaces) {
        return distinct(namespaces.flatMap((namespace) => this.#byNamespace.get(`${kind}\n${namespace}`) ?? []));
    }
    named(kind, namespaces, name) {
        const scopes = CLUSTER_SCOPED.has(kind) ? [''] : namespaces;
        return distinct(scopes.flatMap((namespace) => this.#byName.get(`${kind}\n${namespace}\n${name}`) ?? []));
    }
    /** Whether the files hold any object of the kind where the one at hand lives. */
    knows(kind, home) {
        return this.#homes.get(kind)?.has(CLUSTER_SCOPED.has(kind) ? '' : home) ?? false;
    }
}
function isIndexed({ kind, group }) {
    return Object.hasOwn(GROUPS, kind) && (GROUPS[kind]?.includes(group) ?? false);
}
function distinct(items) {
    return items.length < 2 ? items : [...new Set(items)];
}

;// CONCATENATED MODULE: ./src/subjects/related/rbac.ts




/** Who has which rights, by the bindings of the files. */
class Rbac {
    #objects;
    #bySubject = new Map();
    #byRole = new Map();
    constructor(objects) {
        this.#objects = objects;
        for (const binding of objects.ofKind('RoleBinding', 'ClusterRoleBinding')) {
            const { namespaces } = objects.realms.of(binding);
            for (const key of distinct(mappingsAt(binding.object, 'subjects').flatMap((subject) => subjectKeys(subject, namespaces)))) {
                pushTo(this.#bySubject, key, binding);
            }
            for (const key of this.#roleKeys(binding))
                pushTo(this.#byRole, key, binding);
        }
    }
    /** The bindings that hold for pods with a service account, those of the groups it is always in too. */
    ofServiceAccount(namespaces, name) {
        const own = namespaces.flatMap((namespace) => [
            `ServiceAccount ${namespace}/${name}`,
            `User system:serviceaccount:${namespace}:${name}`,
            `Group system:serviceaccounts:${namespace}`,
        ]);
        const keys = [...own, 'Group system:serviceaccounts', 'Group system:authenticated'];
        return distinct(keys.flatMap((key) => this.#bySubject.get(key) ?? []));
    }
    ofRole(role) {
        const scopes = role.kind === 'ClusterRole' ? [''] : this.#objects.realms.of(role).namespaces;
        return distinct(scopes.flatMap((scope) => this.#byRole.get(`${role.kind} ${scope}/${role.name}`) ?? []));
    }
    /** The roles that a binding names, as far as the files hold them. */
    rolesOf(binding) {
        const kind = textAt(binding.object, 'roleRef', 'kind') ?? '';
        const name = nameAt(values_at(binding.object, 'roleRef'), 'name')?.text ?? '';
        if (kind !== 'Role' && kind !== 'ClusterRole')
            return [];
        return this.#objects.named(kind, this.#objects.realms.of(binding).namespaces, name);
    }
    /** What a role allows; for an aggregated one the rules of those that its selectors match, which the cluster fills in. */
    rulesOf(role) {
        const selectors = mappingsAt(role.object, 'aggregationRule', 'clusterRoleSelectors').flatMap((item) => labelSelector(item) ?? []);
        if (role.kind !== 'ClusterRole' || selectors.length === 0)
            return mappingsAt(role.object, 'rules');
        const matching = this.#objects.ofKind('ClusterRole').filter((other) => {
            const labels = mappingAt(other.object, 'metadata', 'labels');
            return other !== role && selectors.some((selector) => selector.matches(labels) === true);
        });
        return matching.flatMap((other) => mappingsAt(other.object, 'rules'));
    }
    rulesOfBindings(bindings) {
        return distinct(bindings.flatMap((binding) => this.rolesOf(binding))).flatMap((role) => this.rulesOf(role));
    }
    #roleKeys(binding) {
        const kind = textAt(binding.object, 'roleRef', 'kind') ?? '';
        const name = nameAt(values_at(binding.object, 'roleRef'), 'name')?.text ?? '';
        if (kind === 'ClusterRole')
            return [`ClusterRole /${name}`];
        return this.#objects.realms.of(binding).namespaces.map((namespace) => `${kind} ${namespace}/${name}`);
    }
}
// The API wants a ServiceAccount's namespace; where files leave it out, kustomize fills in the binding's.
function subjectKeys(subject, namespaces) {
    const kind = textAt(subject, 'kind') ?? '';
    const name = nameAt(subject, 'name')?.text ?? '';
    if (kind !== 'ServiceAccount')
        return [`${kind} ${name}`];
    const written = textAt(subject, 'namespace');
    const homes = written === undefined ? namespaces : [written, ...namespaces.filter((namespace) => namespace.endsWith('/'))];
    return homes.map((namespace) => `ServiceAccount ${namespace}/${name}`);
}

;// CONCATENATED MODULE: ./src/subjects/related/routes.ts



const ROUTES = ['Ingress', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];
/** Ingresses and Gateway routes by the Services behind them. */
class Routes {
    #objects;
    #byService = new Map();
    constructor(objects) {
        this.#objects = objects;
        for (const route of objects.ofKind(...ROUTES)) {
            const names = new Set(this.#backends(route).flatMap((backend) => this.#namespaces(route, backend).map((name) => `${name}\n${backend.service}`)));
            for (const name of names)
                pushTo(this.#byService, name, route);
        }
    }
    ofService(namespaces, name) {
        return namespaces.flatMap((namespace) => this.#byService.get(`${namespace}\n${name}`) ?? []);
    }
    /** For expressions: `service`, `port` where one is given, and the `services` of that name, not settled where the files hold none at all. */
    backendsOf(route) {
        return this.#backends(route).map((backend) => {
            const { service, port, settled, written } = backend;
            const services = this.#objects.named('Service', this.#namespaces(route, backend), service).map((resource) => resource.object);
            const isKnown = this.#objects.knows('Service', backend.namespace ?? this.#objects.realms.of(route).home);
            // That the other namespace grants anything is enough: what it grants is not read.
            const isGranted = backend.namespace === undefined || this.#objects.in('ReferenceGrant', [backend.namespace]).length > 0;
            const missing = settled ? `depends on Service ${service}, which is not among the files` : 'depends on a template expression';
            const reason = isGranted ? missing : `depends on a ReferenceGrant of namespace ${backend.namespace}, which is not among the files`;
            const known = { service, ...(port === undefined ? {} : { port }) };
            const origin = originOf(written);
            const unsettled = new Unsettled(reason, origin);
            const item = isGranted && (services.length > 0 || (settled && isKnown)) ? { ...known, services } : throwing(unsettled, known, ['services']);
            return origin ? withOrigin(item, backendOrigin(origin)) : item;
        });
    }
    #namespaces(route, backend) {
        return backend.namespace === undefined ? this.#objects.realms.of(route).namespaces : [backend.namespace];
    }
    #backends(route) {
        const spec = mappingAt(route.object, 'spec');
        if (route.kind !== 'Ingress')
            return mappingsAt(spec, 'rules').flatMap((rule) => mappingsAt(rule, 'backendRefs').flatMap(gatewayBackend));
        const paths = mappingsAt(spec, 'rules').flatMap((rule) => mappingsAt(rule, 'http', 'paths'));
        const written = [values_at(spec, 'defaultBackend'), values_at(spec, 'backend'), ...paths.map((path) => values_at(path, 'backend'))];
        return written.flatMap(ingressBackend);
    }
}
// networking.k8s.io/v1 has service.name and service.port.{number,name}; v1beta1 had serviceName and servicePort.
function ingressBackend(value) {
    const service = mappingAt(value, 'service');
    const name = nameAt(service, 'name') ?? nameAt(value, 'serviceName');
    if (name === undefined)
        return [];
    const port = service ? (values_at(service, 'port', 'number') ?? values_at(service, 'port', 'name')) : values_at(value, 'servicePort');
    return [{ service: name.text, settled: name.settled, namespace: undefined, port: simple(port), written: service ?? value }];
}
function gatewayBackend(value) {
    const name = nameAt(value, 'name');
    if (name === undefined || (textAt(value, 'kind') ?? 'Service') !== 'Service' || (textAt(value, 'group') ?? '') !== '')
        return [];
    return [
        { service: name.text, settled: name.settled, namespace: textAt(value, 'namespace'), port: simple(values_at(value, 'port')), written: value },
    ];
}
function simple(port) {
    return typeof port === 'string' || typeof port === 'bigint' ? port : undefined;
}
function backendOrigin(written) {
    const child = (key) => (key === 'service' ? (written.child('name') ?? written.child('serviceName')) : written.child(key));
    return { source: written.source, span: written.span, key: written.key, anchor: written.anchor, child };
}

;// CONCATENATED MODULE: ./src/subjects/related/selections.ts




/** Which Services and PodDisruptionBudgets select which pods, and which autoscalers scale which workloads. */
class Selections {
    #services = new SelectorIndex();
    #budgets = new SelectorIndex();
    #autoscalers = new Map();
    constructor(objects) {
        const add = (index, resource) => {
            const selector = selectorOf(resource);
            if (selector)
                index.add(objects.realms.of(resource).namespaces, selector, resource);
        };
        for (const service of objects.ofKind('Service'))
            add(this.#services, service);
        for (const budget of objects.ofKind('PodDisruptionBudget'))
            add(this.#budgets, budget);
        for (const autoscaler of objects.ofKind('HorizontalPodAutoscaler', 'ScaledObject')) {
            const target = mappingAt(autoscaler.object, 'spec', 'scaleTargetRef');
            const key = `${textAt(target, 'kind') ?? 'Deployment'}\n${nameAt(target, 'name')?.text ?? ''}`;
            for (const namespace of objects.realms.of(autoscaler).namespaces)
                pushTo(this.#autoscalers, `${namespace}\n${key}`, autoscaler);
        }
    }
    services(pod, namespaces) {
        return this.#services.matching(namespaces, labelsOf(pod));
    }
    budgets(pod, namespaces) {
        return this.#budgets.matching(namespaces, labelsOf(pod));
    }
    autoscalers(workload, namespaces) {
        return namespaces.flatMap((namespace) => this.#autoscalers.get(`${namespace}\n${workload.kind}\n${workload.name}`) ?? []);
    }
}
/** The selector by which an object picks pods; undefined where it picks none. */
function selectorOf({ kind, group, object }) {
    if (kind === 'Service' && group === '') {
        if (textAt(object, 'spec', 'type') === 'ExternalName')
            return undefined;
        const selector = equalities(values_at(object, 'spec', 'selector'));
        return selector.requirements.length === 0 && !selector.unsettled ? undefined : selector;
    }
    // An empty selector selects all pods since policy/v1; in v1beta1 it selected none.
    if (kind === 'PodDisruptionBudget')
        return labelSelector(values_at(object, 'spec', 'selector'));
    return undefined;
}

;// CONCATENATED MODULE: ./src/subjects/related/indexes.ts











/** Every index that rules about more than one object need, each made at its first use and once. */
class Indexes {
    realms;
    #ground;
    #made = new Map();
    #routes = new WeakMap();
    constructor(ground) {
        this.#ground = ground;
        this.realms = ground.realms;
    }
    get objects() {
        return this.#once('objects', () => new Objects(this.#ground.resources, this.realms));
    }
    get coverage() {
        return this.#once('coverage', () => new Coverage(this.objects, (namespace) => this.labelsOfNamespace(namespace)));
    }
    get rbac() {
        return this.#once('rbac', () => new Rbac(this.objects));
    }
    get routes() {
        return this.#once('routes', () => new Routes(this.objects));
    }
    get selections() {
        return this.#once('selections', () => new Selections(this.objects));
    }
    get pods() {
        return this.#once('pods', () => {
            const index = new PodIndex();
            for (const pod of this.#allPods())
                index.add(this.realms.of(pod.resource).namespaces, pod);
            return index;
        });
    }
    /** What runs pods that are not among the files, by `home`. */
    get operatedHomes() {
        return this.#once('operated', () => {
            return new Set(this.#ground.resources.filter(mayRunPods).map((resource) => this.realms.of(resource).home));
        });
    }
    get generatedKinds() {
        return this.#once('generated', () => generatedKinds(this.#ground.resources));
    }
    get podSecurityDefault() {
        return this.#once('pod-security', () => podSecurityDefault(this.#ground.documents));
    }
    /** Where there is any workload, by `home`. */
    get workloadHomes() {
        return this.#once('homes', () => new Set(this.#allPods().map((pod) => this.realms.of(pod.resource).home)));
    }
    objectsIn(kind, realm) {
        return this.#once(`${kind}\n${realm.namespaces.join('\n')}`, () => this.objects.in(kind, realm.namespaces).map((resource) => resource.object));
    }
    knownAt(home) {
        return this.#once(`known\n${home}`, () => knownAt(this.objects, this.workloadHomes, home));
    }
    /** Ingresses and routes to the Services found, looked up once for each answer. */
    routesTo(services, realm) {
        let known = this.#routes.get(services);
        if (!known) {
            const items = [...new Set(services.items.flatMap((service) => this.routes.ofService(realm.namespaces, service.name)))];
            known = { items, unsettled: services.unsettled };
            this.#routes.set(services, known);
        }
        return known;
    }
    /** Why not finding a pod means nothing: pods of the namespace, or what makes some of them, are not among the files, as always in Kubernetes' own. */
    elsewhere(realm) {
        const isOwn = realm.name?.startsWith('kube-') ?? false;
        if (!isOwn && this.workloadHomes.has(realm.home) && !this.operatedHomes.has(realm.home))
            return undefined;
        return new Unsettled('depends on pods that are not among the files', undefined);
    }
    namespaceOf(realm) {
        return realm.name === undefined ? undefined : this.objects.named('Namespace', [''], realm.name)[0];
    }
    /** The labels of a namespace; what is not among the files may have any but the one that the API server sets. */
    labelsOfNamespace(namespace) {
        const [found] = this.objects.named('Namespace', [''], namespace);
        const labels = found && values_at(found.object, 'metadata', 'labels');
        const known = values_isMapping(labels) ? labels : {};
        if (found)
            return { ...known, 'kubernetes.io/metadata.name': namespace };
        return namespace.endsWith('/') ? new Unsettled('depends on the namespace of the release', undefined) : unknownLabels(namespace);
    }
    /** Which ServiceAccount a pod runs as: `default` where none is named. */
    accountOf(pod) {
        const named = nameAt(pod.spec, 'serviceAccountName') ?? nameAt(pod.spec, 'serviceAccount');
        const { text, settled } = named && named.text !== '' ? named : { text: 'default', settled: true };
        return { name: text, settled, object: this.objects.named('ServiceAccount', this.realms.of(pod.resource).namespaces, text)[0] };
    }
    #allPods() {
        return this.#once('all-pods', () => this.#ground.resources.flatMap((resource) => (resource.patch ? [] : this.#ground.podsOf(resource))));
    }
    #once(name, make) {
        if (!this.#made.has(name))
            this.#made.set(name, make());
        return this.#made.get(name);
    }
}
function unknownLabels(namespace) {
    const labels = { 'kubernetes.io/metadata.name': namespace };
    const unsettled = new Unsettled(`depends on the labels of namespace ${namespace}, which is not among the files`, undefined);
    return new Proxy(labels, {
        getOwnPropertyDescriptor(target, key) {
            if (Object.hasOwn(target, key))
                return Object.getOwnPropertyDescriptor(target, key);
            throw unsettled;
        },
        ownKeys() {
            throw unsettled;
        },
    });
}

;// CONCATENATED MODULE: ./src/subjects/related/bootstrap.ts

const CONTROLLERS = [
    ...['attachdetach-controller', 'bootstrap-signer', 'certificate-controller', 'cloud-provider', 'clusterrole-aggregation-controller'],
    ...['cronjob-controller', 'daemon-set-controller', 'deployment-controller', 'device-taint-eviction-controller', 'disruption-controller'],
    ...['endpoint-controller', 'endpointslice-controller', 'endpointslicemirroring-controller', 'ephemeral-volume-controller'],
    ...['expand-controller', 'generic-garbage-collector', 'horizontal-pod-autoscaler', 'job-controller', 'namespace-controller'],
    ...['legacy-service-account-token-cleaner', 'node-controller', 'persistent-volume-binder', 'pod-garbage-collector'],
    ...[
        'pv-protection-controller',
        'pvc-protection-controller',
        'replicaset-controller',
        'replication-controller',
        'resource-claim-controller',
    ],
    ...['resourcequota-controller', 'root-ca-cert-publisher', 'route-controller', 'selinux-warning-controller', 'service-account-controller'],
    ...['service-cidrs-controller', 'service-controller', 'statefulset-controller', 'token-cleaner', 'ttl-after-finished-controller'],
    ...['ttl-controller', 'validatingadmissionpolicy-status-controller'],
].map((name) => `system:controller:${name}`);
const APPROVERS = [
    ...['certificatesigningrequests:nodeclient', 'certificatesigningrequests:selfnodeclient', 'kube-apiserver-client-approver'],
    ...['kube-apiserver-client-kubelet-approver', 'kubelet-serving-approver', 'legacy-unknown-approver'],
].map((name) => `system:certificates.k8s.io:${name}`);
/** Names of the roles and bindings that the API server makes itself (plugin/pkg/auth/authorizer/rbac/bootstrappolicy of Kubernetes 1.36). */
const bootstrap_NAMES = new Set([
    ...CONTROLLERS,
    ...APPROVERS,
    ...['cluster-admin', 'admin', 'edit', 'view', 'system:aggregate-to-admin', 'system:aggregate-to-edit', 'system:aggregate-to-view'],
    ...['system:auth-delegator', 'system:basic-user', 'system:cluster-trust-bundle-discovery', 'system:discovery', 'system:heapster'],
    ...['system:kube-aggregator', 'system:kube-controller-manager', 'system:kube-dns', 'system:kube-scheduler', 'system:kubelet-api-admin'],
    ...['system:monitoring', 'system:node', 'system:node-bootstrapper', 'system:node-problem-detector', 'system:node-proxier'],
    ...[
        'system:persistent-volume-provisioner',
        'system:public-info-viewer',
        'system:service-account-issuer-discovery',
        'system:volume-scheduler',
    ],
    ...['extension-apiserver-authentication-reader', 'system::extension-apiserver-authentication-reader'],
    ...['system::leader-locking-kube-controller-manager', 'system::leader-locking-kube-scheduler'],
]);
/** Whether an RBAC object is one of Kubernetes' own: labelled and named as it is. Either alone anybody can write. */
function isBootstrap({ group, name, object }) {
    if (group !== 'rbac.authorization.k8s.io' || !bootstrap_NAMES.has(name))
        return false;
    return textAt(object, 'metadata', 'labels', 'kubernetes.io/bootstrapping') === 'rbac-defaults';
}

;// CONCATENATED MODULE: ./src/subjects/related/members.ts
const members_names = new WeakMap();
/**
 * The getters of an object's class as members that expressions see as its own. Defining them on each of many thousand objects would
 * take longer than judging those.
 */
function members_membersOf(relations) {
    return new Proxy(relations, HANDLER);
}
const HANDLER = {
    get: (target, key) => (isMember(target, key) ? Reflect.get(target, key, target) : undefined),
    has: isMember,
    ownKeys: (target) => [...members_namesOf(Object.getPrototypeOf(target))],
    getOwnPropertyDescriptor: (target, key) => isMember(target, key) ? { configurable: true, enumerable: true, writable: false } : undefined,
};
function isMember(target, key) {
    return typeof key === 'string' && members_namesOf(Object.getPrototypeOf(target)).has(key);
}
function members_namesOf(prototype) {
    let known = members_names.get(prototype);
    if (!known) {
        const inherited = prototype === Object.prototype ? [] : members_namesOf(Object.getPrototypeOf(prototype));
        const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([name, { get }]) => get !== undefined && name !== '__proto__');
        known = new Set([...inherited, ...own.map(([name]) => name)]);
        members_names.set(prototype, known);
    }
    return known;
}

;// CONCATENATED MODULE: ./src/subjects/related/relations.ts
/** What `related` holds for whatever lies in a namespace. Each getter is a member. */
class Relations {
    indexes;
    realm;
    constructor(indexes, realm) {
        this.indexes = indexes;
        this.realm = realm;
    }
    get namespace() {
        return this.indexes.namespaceOf(this.realm)?.object;
    }
    get known() {
        return this.indexes.knownAt(this.realm.home);
    }
    get limitRanges() {
        return this.indexes.objectsIn('LimitRange', this.realm);
    }
    get resourceQuotas() {
        return this.indexes.objectsIn('ResourceQuota', this.realm);
    }
    get generatedKinds() {
        return this.indexes.generatedKinds;
    }
    get podSecurityDefault() {
        return this.indexes.podSecurityDefault;
    }
}
function objectOf(resource) {
    return resource.object;
}

;// CONCATENATED MODULE: ./src/subjects/related/scale-targets.ts



/** Kinds of Kubernetes' own that can be scaled, with the groups that have served them. */
const SCALABLE = {
    Deployment: ['apps', 'extensions'],
    ReplicaSet: ['apps', 'extensions'],
    StatefulSet: ['apps'],
    ReplicationController: [''],
};
function isAutoscaler(kind) {
    return kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject';
}
/** The workload that an autoscaler scales. Not finding it means nothing where a controller that is not among the files may make it. */
function scaleTargets(indexes, autoscaler, realm) {
    const target = mappingAt(autoscaler.object, 'spec', 'scaleTargetRef');
    const name = nameAt(target, 'name');
    if (!name)
        return found_NOTHING;
    const kind = textAt(target, 'kind') ?? 'Deployment';
    const groups = Object.hasOwn(SCALABLE, kind) ? SCALABLE[kind] : undefined;
    const apiVersion = textAt(target, 'apiVersion');
    const group = apiVersion?.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
    if (!groups || (apiVersion !== undefined && group.includes('.')))
        return { items: [], unsettled: new Unsettled(`depends on whether a ${kind} of another API is there`, undefined) };
    if (apiVersion !== undefined && !groups.includes(group))
        return found_NOTHING;
    const items = indexes.objects.named(kind, realm.namespaces, name.text);
    if (items.length > 0)
        return { items, unsettled: undefined };
    return { items, unsettled: name.settled ? indexes.elsewhere(realm) : new Unsettled('depends on a template expression', undefined) };
}

;// CONCATENATED MODULE: ./src/subjects/related/shapes.ts


const objectsOf = found_mapping((resource) => resource.object);
const policyObjects = found_mapping((policy) => policy.resource.object);
const podSpecs = found_mapping((pod) => pod.spec);
const shapes_workloadsOf = found_mapping((pod) => pod.resource.object);
/** For expressions: an answer that is not sure throws. */
function sure(match) {
    if (match instanceof Unsettled)
        throw match;
    return match;
}

;// CONCATENATED MODULE: ./src/subjects/related/to-namespace.ts





/** What `related` is for a namespace: all that lies in it. */
function relatedToNamespace(indexes, realm) {
    return members_membersOf(new NamespaceRelations(indexes, realm));
}
class NamespaceRelations extends Relations {
    get pods() {
        return this.indexes.pods.in(this.realm.namespaces).map((pod) => pod.spec);
    }
    get workloads() {
        return [...new Set(this.indexes.pods.in(this.realm.namespaces).map((pod) => pod.resource.object))];
    }
    get networkPolicies() {
        return listOf(policyObjects(this.#policies()));
    }
    get defaultDeny() {
        return members_membersOf(new DefaultDeny(this.#policies()));
    }
    get services() {
        return this.#objects('Service');
    }
    get ingresses() {
        return this.#objects('Ingress');
    }
    get podDisruptionBudgets() {
        return this.#objects('PodDisruptionBudget');
    }
    get serviceAccounts() {
        return this.#objects('ServiceAccount');
    }
    get roleBindings() {
        return this.#objects('RoleBinding');
    }
    get configMaps() {
        return this.#objects('ConfigMap');
    }
    get secrets() {
        return this.#objects('Secret');
    }
    #policies() {
        return this.indexes.coverage.ofNamespace(this.realm.namespaces);
    }
    #objects(kind) {
        return this.indexes.objectsIn(kind, this.realm);
    }
}
class DefaultDeny {
    #policies;
    constructor(policies) {
        this.#policies = policies;
    }
    get ingress() {
        return sure(deniesAll(this.#policies, 'ingress'));
    }
    get egress() {
        return sure(deniesAll(this.#policies, 'egress'));
    }
}

;// CONCATENATED MODULE: ./src/subjects/related/to-object.ts











const to_object_NONE = [];
/** What `related` is for an object without pods of its own; what does not concern its kind is empty. */
function relatedToObject(indexes, resource) {
    const { kind, name } = resource;
    if (kind === 'Namespace')
        return relatedToNamespace(indexes, { namespaces: [name], home: name, name });
    return members_membersOf(new ObjectRelations(indexes, resource));
}
class ObjectRelations extends Relations {
    #resource;
    constructor(indexes, resource) {
        super(indexes, indexes.realms.of(resource));
        this.#resource = resource;
    }
    get pods() {
        return listOf(podSpecs(this.#selected()));
    }
    get workloads() {
        if (isAutoscaler(this.#resource.kind))
            return listOf(objectsOf(scaleTargets(this.indexes, this.#resource, this.realm)));
        return listOf(shapes_workloadsOf(this.#selected()));
    }
    get ingresses() {
        const { kind, name } = this.#resource;
        return kind === 'Service' ? this.indexes.routes.ofService(this.realm.namespaces, name).map(objectOf) : to_object_NONE;
    }
    get backends() {
        return this.indexes.routes.backendsOf(this.#resource);
    }
    get bootstrap() {
        return isBootstrap(this.#resource);
    }
    get roleBindings() {
        return this.#bindings().map(objectOf);
    }
    get roles() {
        return isBinding(this.#resource.kind) ? this.indexes.rbac.rolesOf(this.#resource).map(objectOf) : to_object_NONE;
    }
    get rules() {
        const { rbac } = this.indexes;
        return isRole(this.#resource.kind) ? rbac.rulesOf(this.#resource) : rbac.rulesOfBindings(this.#bindings());
    }
    get autoscalers() {
        const { selections } = this.indexes;
        if (this.#resource.kind !== 'PodDisruptionBudget')
            return selections.autoscalers(this.#resource, this.realm.namespaces).map(objectOf);
        const { items, unsettled } = this.#selected();
        const workloads = distinct(items.map((pod) => pod.resource));
        return listOf({
            items: workloads.flatMap((workload) => selections.autoscalers(workload, this.realm.namespaces)).map(objectOf),
            unsettled,
        });
    }
    get networkPolicies() {
        return to_object_NONE;
    }
    get services() {
        return to_object_NONE;
    }
    get podDisruptionBudgets() {
        return to_object_NONE;
    }
    get references() {
        return to_object_NONE;
    }
    get configMaps() {
        return to_object_NONE;
    }
    get secrets() {
        return to_object_NONE;
    }
    #selected() {
        const { kind, group, object } = this.#resource;
        const isPolicy = kind === 'NetworkPolicy' && group === 'networking.k8s.io';
        const selector = isPolicy ? labelSelector(values_at(object, 'spec', 'podSelector')) : selectorOf(this.#resource);
        if (!selector)
            return found_NOTHING;
        const found = this.indexes.pods.matching(this.realm.namespaces, selector);
        return found.items.length > 0 || found.unsettled ? found : { items: to_object_NONE, unsettled: this.indexes.elsewhere(this.realm) };
    }
    #bindings() {
        const { kind, name } = this.#resource;
        if (kind === 'ServiceAccount')
            return this.indexes.rbac.ofServiceAccount(this.realm.namespaces, name);
        if (isRole(kind))
            return this.indexes.rbac.ofRole(this.#resource);
        return isBinding(kind) ? [this.#resource] : to_object_NONE;
    }
}
function isRole(kind) {
    return kind === 'Role' || kind === 'ClusterRole';
}
function isBinding(kind) {
    return kind === 'RoleBinding' || kind === 'ClusterRoleBinding';
}

;// CONCATENATED MODULE: ./src/subjects/related/references.ts


/** The ConfigMaps, Secrets and claims that a pod needs, by env, envFrom, volumes and pull secrets. */
function referencesOf(pod) {
    const containers = pod.containers().map((container) => container.value);
    return [
        ...containers.flatMap((container) => mappingsAt(container, 'env').flatMap((env) => references_both(mappingAt(env, 'valueFrom'), 'KeyRef'))),
        ...containers.flatMap((container) => mappingsAt(container, 'envFrom').flatMap((from) => references_both(from, 'Ref'))),
        ...mappingsAt(pod.spec, 'volumes').flatMap(ofVolume),
        ...mappingsAt(pod.spec, 'imagePullSecrets').flatMap((secret) => reference('Secret', secret, 'name', true)),
    ];
}
function references_both(holder, suffix) {
    return [
        ...reference('ConfigMap', mappingAt(holder, `configMap${suffix}`), 'name'),
        ...reference('Secret', mappingAt(holder, `secret${suffix}`), 'name'),
    ];
}
function ofVolume(volume) {
    const projected = mappingsAt(volume, 'projected', 'sources');
    return [
        ...[volume, ...projected].flatMap((source) => reference('ConfigMap', mappingAt(source, 'configMap'), 'name')),
        ...reference('Secret', mappingAt(volume, 'secret'), 'secretName'),
        ...projected.flatMap((source) => reference('Secret', mappingAt(source, 'secret'), 'name')),
        ...reference('PersistentVolumeClaim', mappingAt(volume, 'persistentVolumeClaim'), 'claimName'),
    ];
}
function reference(kind, written, field, optional = false) {
    const name = nameAt(written, field);
    if (!written || name === undefined)
        return [];
    return [
        {
            kind,
            name: name.text,
            settled: name.settled,
            key: textAt(written, 'key') ?? '',
            optional: optional || values_at(written, 'optional') === true,
            written,
        },
    ];
}
/** For expressions: `kind`, `name`, `key`, `optional` and the `objects` of that name in the files, not settled where they hold none of the kind. */
function referenceItem(reference, objects, isKnown) {
    const { kind, name, settled, key, optional, written } = reference;
    const known = { kind, name, key, optional };
    const origin = originOf(written);
    const reason = settled ? `depends on ${kind} ${name}, which is not among the files` : 'depends on a template expression';
    const item = objects.length > 0 || (settled && isKnown) ? { ...known, objects } : throwing(new Unsettled(reason, origin), known, ['objects']);
    return origin ? withOrigin(item, origin) : item;
}

;// CONCATENATED MODULE: ./src/subjects/related/to-pod.ts







/** What `related` is for a pod and all that lies in it, and for the object that carries it. */
function relatedToPod(indexes, pod) {
    return members_membersOf(new PodRelations(indexes, pod));
}
class PodRelations extends Relations {
    #pod;
    #references;
    constructor(indexes, pod) {
        super(indexes, indexes.realms.of(pod.resource));
        this.#pod = pod;
    }
    get pods() {
        return [this.#pod.spec];
    }
    get workloads() {
        return [this.#pod.resource.object];
    }
    get networkPolicies() {
        return listOf(policyObjects(this.#policies()));
    }
    get policed() {
        return members_membersOf(new Policed(this.#policies()));
    }
    get services() {
        return listOf(objectsOf(this.#services()));
    }
    get ingresses() {
        return listOf(objectsOf(this.indexes.routesTo(this.#services(), this.realm)));
    }
    get podDisruptionBudgets() {
        return listOf(objectsOf(this.indexes.selections.budgets(this.#pod, this.realm.namespaces)));
    }
    get autoscalers() {
        return this.indexes.selections.autoscalers(this.#pod.resource, this.realm.namespaces).map(objectOf);
    }
    get serviceAccount() {
        const { object, settled } = this.indexes.accountOf(this.#pod);
        if (!object && !settled)
            throw new Unsettled('depends on the name of the ServiceAccount', this.#pod.origin.child('serviceAccountName'));
        return object?.object;
    }
    get roleBindings() {
        return this.#bindings().map(objectOf);
    }
    get rules() {
        return this.indexes.rbac.rulesOfBindings(this.#bindings());
    }
    get references() {
        this.#references ??= referencesOf(this.#pod).map((reference) => {
            const { kind, name } = reference;
            return referenceItem(reference, this.#named(kind, name), this.indexes.objects.knows(kind, this.realm.home));
        });
        return this.#references;
    }
    get configMaps() {
        return this.#referred('ConfigMap');
    }
    get secrets() {
        return this.#referred('Secret');
    }
    #policies() {
        return this.indexes.coverage.ofPod(this.#pod, this.realm.namespaces);
    }
    #services() {
        return this.indexes.selections.services(this.#pod, this.realm.namespaces);
    }
    #bindings() {
        return this.indexes.rbac.ofServiceAccount(this.realm.namespaces, this.indexes.accountOf(this.#pod).name);
    }
    #referred(kind) {
        const references = referencesOf(this.#pod).filter((reference) => reference.kind === kind);
        return [...new Set(references.flatMap((reference) => this.#named(kind, reference.name)))];
    }
    #named(kind, name) {
        return this.indexes.objects.named(kind, this.realm.namespaces, name).map(objectOf);
    }
}
class Policed {
    #policies;
    constructor(policies) {
        this.#policies = policies;
    }
    get ingress() {
        return sure(affects(this.#policies, 'ingress', ['some', 'deny']));
    }
    get egress() {
        return sure(affects(this.#policies, 'egress', ['some', 'deny']));
    }
}

;// CONCATENATED MODULE: ./src/subjects/cluster.ts








/** All Kubernetes objects of a root, as if they were applied together. */
class Cluster {
    indexes;
    /** The objects that rules judge. */
    subjects;
    /** CustomResourceDefinitions that rules judge. */
    definitions;
    #pods = new Map();
    #related = new WeakMap();
    #documents;
    #replacements;
    #subjectPods;
    /** Asked once for each object. */
    schemaErrors;
    constructor(sources, schemaErrors = () => []) {
        this.schemaErrors = schemaErrors;
        this.#documents = sources.documents;
        const realms = new Realms(kustomizedNamespaces(sources.documents));
        const isJudged = (resource) => !resource.patch && sources.isSubject(resource.source.path);
        this.subjects = sources.resources.filter(isJudged);
        this.definitions = sources.definitions.filter(isJudged);
        this.indexes = new Indexes({
            resources: sources.resources,
            documents: sources.documents,
            realms,
            podsOf: (resource) => this.podsOf(resource),
        });
    }
    get subjectPods() {
        this.#subjectPods ??= this.subjects.flatMap((resource) => this.podsOf(resource));
        return this.#subjectPods;
    }
    get imageReplacements() {
        this.#replacements ??= imageReplacements(this.#documents);
        return this.#replacements;
    }
    podsOf(resource) {
        let pods = this.#pods.get(resource);
        if (!pods) {
            pods = podsOf(resource);
            this.#pods.set(resource, pods);
        }
        return pods;
    }
    /** As admission policies see it: null for what lies in no namespace, no more than the name where the files do not hold it. */
    namespaceObject(resource) {
        if (CLUSTER_SCOPED.has(resource.kind))
            return null;
        const realm = this.indexes.realms.of(resource);
        const name = realm.name === undefined ? {} : { name: realm.name };
        return this.indexes.namespaceOf(realm)?.object ?? { apiVersion: 'v1', kind: 'Namespace', metadata: name };
    }
    relatedToPod(pod) {
        return this.#once(pod, () => relatedToPod(this.indexes, pod));
    }
    relatedTo(resource) {
        const [pod] = this.podsOf(resource);
        return pod ? this.relatedToPod(pod) : this.#once(resource, () => relatedToObject(this.indexes, resource));
    }
    #once(of, make) {
        let related = this.#related.get(of);
        if (!related) {
            related = make();
            this.#related.set(of, related);
        }
        return related;
    }
}

;// CONCATENATED MODULE: ./src/subjects/component-flags.ts


/** Flags that are lists: given twice, they add up. Of all others the last one counts. */
const component_flags_LISTS = new Set([
    ...['admission-control', 'authorization-mode', 'disable-admission-plugins', 'enable-admission-plugins', 'etcd-servers'],
    ...['feature-gates', 'tls-cipher-suites'],
]);
/** What a component is told, by the names of its flags: every value is a text, as on a command line. */
class Flags {
    #flags = new Map();
    #rest;
    /** `_` in a name is as good as `-`, as components read it. */
    set(written, text, origin) {
        const name = written.replaceAll('_', '-');
        const before = this.#flags.get(name)?.text;
        const adds = component_flags_LISTS.has(name) && typeof before === 'string' && typeof text === 'string';
        this.#flags.set(name, { text: adds ? `${before},${text}` : text, origin });
    }
    has(name) {
        return this.#flags.has(name);
    }
    /** What holds where nothing is written. */
    setDefaults(defaults) {
        for (const [name, text] of Object.entries(defaults))
            if (!this.#flags.has(name))
                this.#flags.set(name, { text, origin: undefined });
    }
    /** There may be others than those that are written. */
    leaveOpen(rest) {
        this.#rest ??= rest;
    }
    /** As expressions see them: each stands where it is written, one that is missing where `origin` is. */
    toObject(origin) {
        const object = {};
        for (const [name, { text }] of this.#flags) {
            if (text instanceof Unsettled)
                open_unsettle(object, name, text.reason, text.origin);
            else
                Object.defineProperty(object, name, { value: text, enumerable: true, configurable: true });
        }
        const child = (name) => this.#flags.get(String(name))?.origin;
        withOrigin(object, { source: origin.source, span: origin.span, key: origin.key, anchor: origin.anchor, child });
        return (this.#rest ? openMapping(object, object, this.#rest.reason, this.#rest.origin ?? origin) : object);
    }
}

;// CONCATENATED MODULE: ./src/subjects/component-documents.ts



/** Flags of the kubelet and their fields in a KubeletConfiguration. */
const KUBELET = {
    'anonymous-auth': ['authentication', 'anonymous', 'enabled'],
    'authorization-mode': ['authorization', 'mode'],
    'client-ca-file': ['authentication', 'x509', 'clientCAFile'],
    'event-qps': ['eventRecordQPS'],
    'feature-gates': ['featureGates'],
    'make-iptables-util-chains': ['makeIPTablesUtilChains'],
    'pod-max-pids': ['podPidsLimit'],
    'protect-kernel-defaults': ['protectKernelDefaults'],
    'read-only-port': ['readOnlyPort'],
    'rotate-certificates': ['rotateCertificates'],
    'rotate-server-certificates': ['serverTLSBootstrap'],
    'streaming-connection-idle-timeout': ['streamingConnectionIdleTimeout'],
    'tls-cert-file': ['tlsCertFile'],
    'tls-cipher-suites': ['tlsCipherSuites'],
    'tls-private-key-file': ['tlsPrivateKeyFile'],
};
const SCHEDULER = { profiling: ['enableProfiling'] };
/** What a component's configuration file decides, by the component. */
const FIELDS = {
    kubelet: KUBELET,
    'kube-scheduler': SCHEDULER,
};
/** A component's own configuration file, under the names of its flags. */
function configurationFlags(name, value) {
    const flags = new Flags();
    for (const [flag, path] of Object.entries(FIELDS[name] ?? {})) {
        const holder = values_at(value, ...path.slice(0, -1));
        const found = holder instanceof Unsettled ? holder : subjects_values_member(holder, path.at(-1));
        const text = flagText(found);
        if (text !== undefined)
            flags.set(flag, text, originOf(holder)?.child(path.at(-1)) ?? originOf(value));
    }
    return flags;
}
function flagText(value) {
    if (value === undefined || value instanceof Unsettled)
        return value;
    if (Array.isArray(value))
        return component_documents_joined(Array.from({ length: value.length }, (_, index) => subjects_values_member(value, index)));
    if (!values_isMapping(value))
        return String(value);
    const keys = keysOf(value);
    return keys instanceof Unsettled ? keys : component_documents_joined(keys.map((key) => gate(key, subjects_values_member(value, key))));
}
function gate(key, value) {
    return value instanceof Unsettled ? value : `${key}=${String(value)}`;
}
function component_documents_joined(items) {
    const unsettled = items.find((item) => item instanceof Unsettled);
    return unsettled instanceof Unsettled ? unsettled : items.map(String).join(',');
}
const PKI = '/etc/kubernetes/pki';
const pair = (name, file) => ({ [`${name}certfile`]: `${PKI}/${file}.crt`, [`${name}keyfile`]: `${PKI}/${file}.key` });
/** What kubeadm tells a component unless extraArgs say otherwise, as far as rules ask for it. */
const component_documents_KUBEADM = {
    'kube-apiserver': {
        'authorization-mode': 'Node,RBAC',
        'client-ca-file': `${PKI}/ca.crt`,
        'enable-admission-plugins': 'NodeRestriction',
        'kubelet-client-certificate': `${PKI}/apiserver-kubelet-client.crt`,
        'kubelet-client-key': `${PKI}/apiserver-kubelet-client.key`,
        'service-account-key-file': `${PKI}/sa.pub`,
        'service-account-signing-key-file': `${PKI}/sa.key`,
        'tls-cert-file': `${PKI}/apiserver.crt`,
        'tls-private-key-file': `${PKI}/apiserver.key`,
    },
    'kube-controller-manager': {
        'bind-address': '127.0.0.1',
        'root-ca-file': `${PKI}/ca.crt`,
        'service-account-private-key-file': `${PKI}/sa.key`,
        'use-service-account-credentials': 'true',
    },
    'kube-scheduler': { 'bind-address': '127.0.0.1' },
    etcd: {
        'cert-file': `${PKI}/etcd/server.crt`,
        'client-cert-auth': 'true',
        'key-file': `${PKI}/etcd/server.key`,
        'peer-cert-file': `${PKI}/etcd/peer.crt`,
        'peer-client-cert-auth': 'true',
        'peer-key-file': `${PKI}/etcd/peer.key`,
        'trusted-ca-file': `${PKI}/etcd/ca.crt`,
    },
};
/** What kubeadm adds to a KubeletConfiguration that stands in its own file. */
const KUBEADM_KUBELET = {
    'anonymous-auth': 'false',
    'authorization-mode': 'Webhook',
    'client-ca-file': `${PKI}/ca.crt`,
    'rotate-certificates': 'true',
};
const component_documents_PARTS = [
    ['kube-apiserver', ['apiServer']],
    ['kube-controller-manager', ['controllerManager']],
    ['kube-scheduler', ['scheduler']],
    ['etcd', ['etcd', 'local']],
];
/** The components of a ClusterConfiguration of kubeadm. */
function kubeadmComponents(cluster) {
    const ground = originOf(cluster);
    if (!ground)
        return [];
    const external = mappingAt(cluster, 'etcd', 'external');
    return component_documents_PARTS.filter(([name]) => name !== 'etcd' || !external).map(([name, path]) => {
        const part = values_at(cluster, ...path);
        const flags = extraArguments(part);
        flags.setDefaults({ ...component_documents_KUBEADM[name], ...(name === 'kube-apiserver' ? etcdFlags(external) : {}) });
        const origin = originOf(subjects_values_member(part, 'extraArgs')) ?? originOf(part) ?? ground;
        return { name, flags, origin };
    });
}
function etcdFlags(external) {
    if (!external)
        return { 'etcd-cafile': `${PKI}/etcd/ca.crt`, ...pair('etcd-', 'apiserver-etcd-client') };
    const given = {};
    for (const [field, flag] of [
        ['caFile', 'etcd-cafile'],
        ['certFile', 'etcd-certfile'],
        ['keyFile', 'etcd-keyfile'],
    ]) {
        const text = textAt(external, field);
        if (text)
            given[flag] = text;
    }
    return given;
}
// A mapping until v1beta3, a list of names and values since.
function extraArguments(part) {
    const flags = new Flags();
    const extra = part instanceof Unsettled ? part : subjects_values_member(part, 'extraArgs');
    if (extra instanceof Unsettled)
        flags.leaveOpen(extra);
    for (const item of mappingsAt(part, 'extraArgs')) {
        const name = textAt(item, 'name');
        if (name !== undefined)
            setValue(flags, name, subjects_values_member(item, 'value'), originOf(item));
    }
    if (!values_isMapping(extra))
        return flags;
    const keys = keysOf(extra);
    if (keys instanceof Unsettled)
        flags.leaveOpen(keys);
    else
        for (const name of keys)
            setValue(flags, name, subjects_values_member(extra, name), originOf(extra)?.child(name));
    return flags;
}
function setValue(flags, name, value, origin) {
    flags.set(name, value instanceof Unsettled ? value : String(value ?? ''), origin);
}

// EXTERNAL MODULE: ./node_modules/unbash/dist/parser.js + 16 modules
var dist_parser = __webpack_require__(8989);
;// CONCATENATED MODULE: ./src/source/shell/options.ts
const APT = {
    short: 'octa',
    long: 'option config-file target-release default-release host-architecture build-profiles solver',
};
const RPM = {
    short: 'cdeRxb',
    long: 'config setopt enablerepo disablerepo repo repoid exclude installroot releasever disableplugin enableplugin forcearch',
};
const PIP = {
    short: 'rceitfbdp',
    long: 'requirement constraint index-url extra-index-url find-links target prefix root src cache-dir trusted-host proxy timeout retries upgrade-strategy platform python-version log cert progress-bar no-binary only-binary python',
};
const NODE = {
    short: 'w',
    long: 'prefix registry cache workspace loglevel userconfig cwd cache-folder modules-folder network-timeout dir filter store-dir',
};
const TABLE = {
    'apt-get': APT,
    apt: APT,
    aptitude: APT,
    yum: RPM,
    dnf: RPM,
    microdnf: RPM,
    tdnf: RPM,
    zypper: {
        short: 'RcDprt',
        long: 'root config cache-dir repo from type plus-repo releasever installroot',
    },
    apk: {
        short: 'Xptw',
        long: 'repository root virtual wait keys-dir repositories-file cache-dir cache-max-age arch',
    },
    pip: PIP,
    pip2: PIP,
    pip3: PIP,
    pipx: { short: 'ip', long: 'index-url pip-args python suffix spec' },
    uv: { short: 'rciptf', long: `${PIP.long} index default-index project directory group extra package` },
    npm: NODE,
    yarn: NODE,
    pnpm: NODE,
    gem: { short: 'vinsPBpg', long: 'version install-dir bindir source platform file config-file' },
    curl: {
        short: 'AbcCdDeEFhHKmoPQrtTuUwxXyYz',
        long: 'user-agent cookie cookie-jar continue-at data data-raw data-binary data-urlencode dump-header referer cert form form-string header config max-time output output-dir quote range telnet-option upload-file user proxy-user write-out proxy request url retry retry-delay retry-max-time connect-timeout cacert capath key resolve interface limit-rate max-redirs noproxy oauth2-bearer pinnedpubkey proto ciphers cert-type json tls-max',
    },
    wget: {
        short: 'oaieBtOTwQPUlADRIX',
        long: 'output-file append-output input-file execute base tries output-document timeout wait waitretry quota directory-prefix user-agent level accept reject domains header user password http-user http-password proxy-user proxy-password post-data post-file ca-certificate certificate private-key secure-protocol progress referer',
    },
    git: {
        short: 'Ccb',
        long: 'branch depth git-dir work-tree reference origin config upload-pack shallow-since',
    },
    tar: {
        short: 'fCTXbIHgKNVF',
        long: 'file directory files-from exclude exclude-from use-compress-program owner group mode transform',
    },
    docker: {
        short: 'upHcf',
        long: 'username password host config context log-level file tag build-arg platform target',
    },
    gpg: {
        short: 'ruNo',
        long: 'keyserver keyring homedir output recipient local-user passphrase passphrase-file keyserver-options primary-keyring',
    },
    openssl: { short: '', long: '', single: true },
    find: { short: '', long: '', single: true },
    java: { short: '', long: '', single: true },
    javac: { short: '', long: '', single: true },
    keytool: { short: '', long: '', single: true },
    go: { short: '', long: '', single: true },
    terraform: { short: '', long: '', single: true },
    useradd: {
        short: 'bcdefgGkKpRsuZ',
        long: 'base-dir comment home-dir home gid groups password root shell uid skel key expiredate',
    },
    adduser: { short: 'hgsGku', long: 'home shell uid gid ingroup gecos' },
    usermod: {
        short: 'cdefgGlpRsuvVwWZ',
        long: 'comment home gid groups login password root shell uid',
    },
    groupadd: { short: 'gKpRP', long: 'gid key password root' },
    conda: { short: 'ncp', long: 'name channel prefix file solver' },
    mamba: { short: 'ncp', long: 'name channel prefix file' },
    cargo: {
        short: 'jpFZ',
        long: 'version git branch tag rev path root registry index features target target-dir profile manifest-path jobs package bin',
    },
    aws: { short: '', long: 'region profile output endpoint-url query' },
};
const options_NONE = { short: '', long: '' };
function optionsOf(command) {
    return Object.hasOwn(TABLE, command) ? (TABLE[command] ?? options_NONE) : options_NONE;
}
/** Whether a long option, with its dashes, takes the next word for its value. */
function takesValue(options, option) {
    return ` ${options.long} `.includes(` ${option.slice(2)} `);
}

;// CONCATENATED MODULE: ./src/source/shell/wrapper-options.ts
/** The index of the first word after the wrapper's own options; undefined where it runs nothing. */
function optionEnd(words, options) {
    let at = 0;
    for (; at < words.length; at++) {
        const text = words[at]?.value ?? words[at]?.prefix ?? '';
        if (text === '--')
            return at + 1;
        if (!text.startsWith('-') || text === '-')
            return at;
        if (text.startsWith('--')) {
            if (!text.includes('=') && options.long?.includes(text))
                at++;
            continue;
        }
        const letters = text.slice(1);
        if ([...letters].some((letter) => options.queries?.includes(letter)))
            return undefined;
        const valued = [...letters].findIndex((letter) => options.short.includes(letter));
        if (valued === letters.length - 1)
            at++;
    }
    return at;
}

;// CONCATENATED MODULE: ./src/source/shell/wrappers.ts

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh']);
const INTERPRETER = /^(python[0-9.]*|perl|ruby|node|php|pwsh|su)$/;
/** What follows the first operand of these belongs to what they run, so it is none of their flags. */
function stopsAtOperand(name) {
    return SHELLS.has(name) || Object.hasOwn(RUNNERS, name) || INTERPRETER.test(name);
}
const wrappers_ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*=/;
// Where the wrapped command begins: after the wrapper's own options and `skip` operands.
const RUNNERS = {
    sudo: { short: 'ugphCrtTUD', long: ['--user', '--group', '--prompt', '--host', '--chdir'], assignments: true },
    doas: { short: 'uC' },
    env: { short: 'uCS', long: ['--unset', '--chdir'], assignments: true },
    exec: { short: 'a' },
    command: { short: '', queries: 'vV' },
    builtin: { short: '' },
    time: { short: 'fo', long: ['--format', '--output'] },
    nice: { short: 'n', long: ['--adjustment'] },
    ionice: { short: 'cnpPu', long: ['--class', '--classdata'] },
    nohup: { short: '' },
    setsid: { short: '' },
    timeout: { short: 'ks', long: ['--kill-after', '--signal'], skip: 1 },
    stdbuf: { short: 'ioe', long: ['--input', '--output', '--error'] },
    chroot: { short: '', long: ['--groups', '--userspec'], skip: 1 },
    gosu: { short: '', skip: 1 },
    'su-exec': { short: '', skip: 1 },
    setpriv: { short: '', long: ['--reuid', '--regid', '--groups', '--inh-caps'] },
    flock: { short: 'wEo', long: ['--timeout', '--conflict-exit-code'], skip: 1 },
    fakeroot: { short: 'ils' },
    eatmydata: { short: '' },
    tini: { short: 'pe' },
    'dumb-init': { short: 'r', long: ['--rewrite'] },
    catatonit: { short: '' },
    busybox: { short: '' },
    xargs: {
        short: 'adEeIiLlnPs',
        long: ['--arg-file', '--delimiter', '--max-args', '--max-procs', '--max-lines', '--replace', '--max-chars'],
    },
    unbuffer: { short: '' },
    runuser: { short: 'ugGscw', long: ['--user', '--group', '--shell', '--command'], needs: '-u', skip: 0 },
};
/** What `name words…` runs besides itself. */
function unwrap(name, words, hasStdin) {
    if (SHELLS.has(name))
        return wrappers_shell(words, hasStdin);
    if (name === 'eval')
        return words.length ? [{ kind: 'script', words }] : [];
    if (name === 'trap')
        return words[0] && words.length > 1 ? [{ kind: 'script', words: [words[0]] }] : [];
    if (name === 'su' || name === 'runuser') {
        const at = words.findIndex((word) => word.value === '-c' || word.value === '--command');
        if (at >= 0)
            return script(words[at + 1]);
    }
    if (name === 'find')
        return wrappers_found(words);
    if (/^python[0-9.]*$/.test(name) && words[0]?.value === '-m')
        return command(words.slice(1));
    const options = Object.hasOwn(RUNNERS, name) ? RUNNERS[name] : undefined;
    if (!options)
        return [];
    return runner(words, options);
}
function runner(words, options) {
    if (options.needs && !words.some((word) => word.value === options.needs))
        return [];
    let at = optionEnd(words, options);
    if (at === undefined)
        return [];
    const assignments = [];
    while (options.assignments && wrappers_ASSIGNMENT.test(words[at]?.prefix ?? ''))
        assignments.push(words[at++]);
    return command(words.slice(at + (options.skip ?? 0)), assignments);
}
function command(words, assignments = []) {
    return words.length ? [{ kind: 'command', words, assignments }] : [];
}
function script(word) {
    return word ? [{ kind: 'script', words: [word] }] : [];
}
// `bash -lc script name args…`, `sh -s`, `sh < file`: the script is the first operand after options one of which holds a `c`.
function wrappers_shell(words, hasStdin) {
    let takesScript = false;
    for (let at = 0; at < words.length; at++) {
        const text = words[at]?.value ?? words[at]?.prefix ?? '';
        if (/^[-+][A-Za-z]/.test(text)) {
            if (text.startsWith('-') && text.includes('c'))
                takesScript = true;
            if (/^[-+][a-z]*[oO]$/.test(text))
                at++;
        }
        else if (text === '--rcfile' || text === '--init-file')
            at++;
        else if (!text.startsWith('--'))
            return takesScript ? script(words[at]) : [];
    }
    return hasStdin && !takesScript ? [{ kind: 'stdin' }] : [];
}
// Each `-exec command … ;` and `-execdir command … +`.
function wrappers_found(words) {
    const all = [];
    words.forEach((word, at) => {
        if (!/^-(exec|execdir|ok|okdir)$/.test(word.value ?? ''))
            return;
        const rest = words.slice(at + 1);
        const end = rest.findIndex((one) => one.value === ';' || one.value === '+');
        all.push(...command(end < 0 ? rest : rest.slice(0, end)));
    });
    return all;
}

;// CONCATENATED MODULE: ./src/source/shell/flags.ts




// A variable that stands for options by its name; any other is taken for an operand, as its use says.
const OPTIONS_VARIABLE = /opt|flag|arg/i;
const CLUSTER = /^-[A-Za-z0-9]/;
/** Tells the words after a command's name into flags, their values and operands, by the GNU conventions and `options.ts`. */
function splitFlags(command, words) {
    const options = optionsOf(command);
    const flags = [];
    const operands = [];
    let opaque;
    let index = 0;
    const add = (word, name, value, from = 0) => flags.push(flag(word, name, value, from));
    for (; index < words.length; index++) {
        const word = words[index];
        const text = word.value ?? word.prefix;
        if (text === '--' && word.value !== undefined)
            break;
        if (text === '' && word.value === undefined && !word.quoted && OPTIONS_VARIABLE.test(word.text))
            opaque ??= word;
        if (text.startsWith('--') || (options.single && CLUSTER.test(text))) {
            const equals = text.indexOf('=');
            if (equals > 0)
                add(word, text.slice(0, equals), word, equals + 1);
            else if (takesValue(options, text))
                add(word, text, words[++index]);
            else
                add(word, text, undefined);
        }
        else if (CLUSTER.test(text)) {
            const takes = cluster(text, options.short);
            for (const at of takes.letters)
                add(word, `-${text.charAt(at)}`, undefined);
            if (takes.valued === undefined)
                continue;
            const name = `-${text.charAt(takes.valued)}`;
            const inside = takes.valued + 1 < text.length || word.value === undefined;
            add(word, name, inside ? word : words[++index], takes.valued + 1);
        }
        else {
            operands.push(word);
            if (stopsAtOperand(command))
                break;
        }
    }
    operands.push(...words.slice(index + 1));
    return { flags, operands, opaque };
}
// `-fsSLo file`: each letter is a flag until one takes the rest, or the next word, for its value.
function cluster(text, valued) {
    const letters = [];
    for (let at = 1; at < text.length && /[A-Za-z0-9]/.test(text.charAt(at)); at++) {
        if (valued.includes(text.charAt(at)) || text.charAt(at + 1) === '=')
            return { letters, valued: at };
        letters.push(at);
    }
    return { letters, valued: undefined };
}
function flag(word, name, value, from) {
    const made = { name };
    if (value === undefined)
        setReading(made, 'value', { value: '', reason: '', origin: word.origin });
    else
        setReading(made, 'value', {
            ...value,
            value: value.value === undefined ? undefined : value === word ? strip(value.value, from) : value.value,
        });
    const { source, span } = word.origin;
    const place = originAt(source, span);
    return withOrigin(made, originAt(source, span, span, new Map([
        ['name', place],
        ['value', value?.origin ?? place],
    ])));
}
function strip(value, from) {
    const rest = value.slice(from);
    return rest.startsWith('=') ? rest.slice(1) : rest;
}

;// CONCATENATED MODULE: ./src/source/shell/package-managers.ts
const RPM_ACTIONS = {
    install: ['install', 'localinstall', 'groupinstall', 'group install', 'module install', 'reinstall', 'swap'],
    update: ['makecache', 'check-update', 'makecache fast', 'makecache timer'],
    upgrade: ['update', 'upgrade', 'upgrade-minimal', 'update-minimal', 'distro-sync', 'update-to'],
    remove: ['remove', 'erase', 'autoremove', 'groupremove'],
    clean: ['clean'],
};
const package_managers_RPM = { actions: RPM_ACTIONS, yes: ['-y', '--assumeyes'], version: /-(?:\d+:)?v?\d[\w.+~^]*(?:-[\w.+~^]+)?$|[*]$|\s[<>=]+\s/ };
// The last @ that is not the first character: a scope of npm begins with one.
const AT_VERSION = /(?<!^)@(?=[^@/]+$)/;
const NPM_INSTALL = ['install', 'i', 'add', 'in', 'ins', 'inst', 'isntall', 'ci', 'clean-install'];
/** One table for all rules about packages. */
const PACKAGE_MANAGERS = [
    {
        name: 'apt',
        commands: ['apt-get', 'apt', 'aptitude'],
        actions: {
            install: ['install', 'reinstall', 'build-dep', 'satisfy'],
            update: ['update'],
            upgrade: ['upgrade', 'dist-upgrade', 'full-upgrade', 'safe-upgrade', 'dselect-upgrade'],
            remove: ['remove', 'purge', 'autoremove', 'auto-remove', 'autopurge'],
            clean: ['clean', 'autoclean', 'auto-clean', 'distclean'],
        },
        yes: ['-y', '--yes', '--assume-yes', '--force-yes'],
        version: /=|\//,
    },
    {
        name: 'apk',
        commands: ['apk'],
        actions: { install: ['add', 'fix'], update: ['update'], upgrade: ['upgrade'], remove: ['del'], clean: ['cache'] },
        yes: [],
        version: /[=~<>]/,
    },
    { name: 'yum', commands: ['yum'], ...package_managers_RPM },
    { name: 'dnf', commands: ['dnf', 'dnf5'], ...package_managers_RPM },
    { name: 'microdnf', commands: ['microdnf'], ...package_managers_RPM },
    { name: 'tdnf', commands: ['tdnf'], ...package_managers_RPM },
    {
        name: 'zypper',
        commands: ['zypper'],
        actions: {
            install: ['install', 'in', 'source-install', 'si'],
            update: ['refresh', 'ref'],
            upgrade: ['update', 'up', 'patch', 'dist-upgrade', 'dup'],
            remove: ['remove', 'rm'],
            clean: ['clean', 'cc'],
        },
        yes: ['-n', '--non-interactive', '-y', '--no-confirm'],
        version: /[=<>]|\.rpm$/,
    },
    { name: 'pacman', commands: ['pacman', 'yay', 'paru'], actions: {}, yes: ['--noconfirm'], version: /=/ },
    {
        name: 'pip',
        commands: ['pip', 'pip2', 'pip3', 'uv pip'],
        actions: { install: ['install'], remove: ['uninstall'], clean: ['cache purge', 'cache remove'] },
        yes: ['-y', '--yes'],
        version: /[=<>!~]=|===|[<>]|@/,
    },
    { name: 'pipx', commands: ['pipx'], actions: { install: ['install', 'inject', 'run'] }, yes: [], version: /[=<>!~]=|@/ },
    {
        name: 'uv',
        commands: ['uv'],
        actions: { install: ['sync', 'add', 'tool install'], clean: ['cache clean', 'cache prune', 'clean'] },
        yes: [],
        version: /[=<>!~]=|@/,
    },
    {
        name: 'npm',
        commands: ['npm'],
        actions: {
            install: NPM_INSTALL,
            upgrade: ['update', 'up', 'upgrade'],
            remove: ['uninstall', 'remove', 'rm'],
            clean: ['cache clean', 'cache rm'],
        },
        yes: ['-y', '--yes'],
        version: AT_VERSION,
    },
    {
        name: 'yarn',
        commands: ['yarn', 'yarnpkg'],
        actions: {
            install: ['install', 'add', 'global add'],
            upgrade: ['upgrade', 'up'],
            remove: ['remove'],
            clean: ['cache clean', 'cache clear'],
        },
        bare: 'install',
        yes: [],
        version: AT_VERSION,
    },
    {
        name: 'pnpm',
        commands: ['pnpm'],
        actions: { install: ['install', 'i', 'add', 'fetch'], upgrade: ['update', 'up'], remove: ['remove', 'rm'], clean: ['store prune'] },
        yes: [],
        version: AT_VERSION,
    },
    {
        name: 'gem',
        commands: ['gem'],
        actions: { install: ['install', 'i'], upgrade: ['update'], remove: ['uninstall'], clean: ['cleanup'] },
        yes: [],
        version: /:/,
    },
    { name: 'go', commands: ['go'], actions: { install: ['install', 'get'], clean: ['clean'] }, yes: [], version: /@/ },
    { name: 'cargo', commands: ['cargo'], actions: { install: ['install', 'binstall'], remove: ['uninstall'] }, yes: [], version: /@/ },
    {
        name: 'conda',
        commands: ['conda', 'mamba', 'micromamba'],
        actions: { install: ['install', 'create', 'env create'], upgrade: ['update', 'upgrade'], remove: ['remove'], clean: ['clean'] },
        yes: ['-y', '--yes'],
        version: /[=<>]/,
    },
];

;// CONCATENATED MODULE: ./src/source/shell/packages.ts



const BY_COMMAND = new Map(PACKAGE_MANAGERS.flatMap((manager) => manager.commands.map((command) => [command, manager])));
const packages_NONE = { value: '', reason: '' };
/** What a command does with packages; its `manager` is '' where it is none of a package manager's. */
function packagesOf(name, split, origin) {
    const { manager, operands } = managerOf(name, split.operands);
    const action = manager ? (actionOf(manager, operands) ?? pacmanAction(manager, split)) : undefined;
    const made = { manager: manager?.name ?? '', yes: manager ? saysYes(manager, split) : false };
    const unsettled = manager && operands[0]?.value === undefined ? operands[0] : undefined;
    setReading(made, 'action', unsettled ?? { ...packages_NONE, value: action?.name ?? '', origin });
    const packages = manager && action?.name === 'install' ? operands.slice(action.words).map((word) => packageOf(word, manager)) : [];
    return withOrigin(Object.assign(made, { packages: placedObjects(packages, origin) }), origin);
}
// pip3.11 is pip, and `uv pip` too.
function managerOf(name, operands) {
    if (name === 'uv' && operands[0]?.value === 'pip')
        return { manager: BY_COMMAND.get('uv pip'), operands: operands.slice(1) };
    return { manager: BY_COMMAND.get(/^pip\d[\d.]*$/.test(name) ? 'pip' : name), operands };
}
function actionOf(manager, operands) {
    const first = operands[0]?.value;
    if (first === undefined)
        return operands.length === 0 && manager.bare ? { name: manager.bare, words: 0 } : undefined;
    const two = `${first} ${operands[1]?.value ?? ''}`;
    let found;
    for (const [name, words] of Object.entries(manager.actions)) {
        if (words.includes(two))
            return { name, words: 2 };
        if (words.includes(first))
            found = { name, words: 1 };
    }
    return found;
}
// pacman's subcommands are letters: -S installs, with y it refreshes the index, with u it upgrades.
function pacmanAction(manager, split) {
    if (manager.name !== 'pacman')
        return undefined;
    const has = (...names) => split.flags.some((flag) => names.includes(flag.name));
    if (has('-R', '--remove'))
        return { name: 'remove', words: 0 };
    if (!has('-S', '--sync'))
        return undefined;
    if (has('-c', '--clean'))
        return { name: 'clean', words: 0 };
    if (has('-u', '--sysupgrade'))
        return { name: 'upgrade', words: 0 };
    return { name: split.operands.length ? 'install' : 'update', words: 0 };
}
// apt takes -qq, and -q=2, for a yes as well.
function saysYes(manager, split) {
    const names = split.flags.map((flag) => flag.name);
    if (names.some((name) => manager.yes.includes(name)))
        return true;
    if (manager.name !== 'apt')
        return false;
    const quiet = split.flags.filter((flag) => flag.name === '-q' || flag.name === '--quiet');
    return quiet.length > 1 || split.flags.some((flag) => isYesOption(flag));
}
function isYesOption(flag) {
    if (flag.name === '-o' || flag.name === '--option')
        return /^apt::get::assume-yes(?:=(?:true|yes|1))?$/i.test(settledValue(flag).replaceAll('"', ''));
    return (flag.name === '-q' || flag.name === '--quiet') && settledValue(flag) === '2';
}
function settledValue(flag) {
    try {
        return flag.value;
    }
    catch {
        return '';
    }
}
const FILE = /^(?:\.{0,2}\/|~|file:)|\.(?:deb|rpm|apk|whl|tgz|tar\.gz|zip|gem)$/;
const REMOTE = /^(?:https?|ftp|git|ssh|git\+\w+|svn\+\w+):\/\/|^git@/;
function packageOf(word, manager) {
    const text = word.value ?? word.template;
    const kind = REMOTE.test(text) ? 'url' : FILE.test(text) || (manager.name === 'pip' && text === '.') ? 'file' : 'package';
    const at = kind === 'file' ? -1 : text.search(manager.version);
    const made = { kind };
    // `curl=$VERSION` is pinned to whatever the variable holds; `$PACKAGES` may be anything.
    const known = word.value !== undefined || at > 0;
    setReading(made, 'spec', word);
    setReading(made, 'name', known ? { ...packages_NONE, value: at > 0 ? text.slice(0, at) : text, origin: word.origin } : word);
    setReading(made, 'version', known ? { ...packages_NONE, value: at > 0 ? text.slice(at).replace(/^[-=~<>!@:/]+/, '') : '', origin: word.origin } : word);
    return withOrigin(made, word.origin);
}

;// CONCATENATED MODULE: ./src/source/shell/variables.ts
/** The variables of one scope of a script, as far as reading from top to bottom settles them, over those around it. */
class Scope {
    #around;
    #own = new Map();
    constructor(around) {
        this.#around = around;
    }
    get(name) {
        return this.#own.has(name) ? this.#own.get(name) : this.#around.get(name);
    }
    has(name) {
        return this.#own.has(name) || this.#around.has(name);
    }
    set(name, value) {
        this.#own.set(name, value);
    }
    /** A scope whose assignments do not reach this one: a subshell, a side of a pipe. */
    copy() {
        return new Scope(this);
    }
    /** After a branch that may not have run: what it assigned is not known any more. */
    forget(branch) {
        for (const name of branch.#own.keys())
            this.set(name, undefined);
    }
}

;// CONCATENATED MODULE: ./src/source/shell/expansion.ts
const expansion_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
function expand(part, variables) {
    if (part.type === 'SimpleExpansion')
        return lookUp(part.text.slice(1), variables);
    const found = lookUp(part.parameter, variables);
    if (part.prefix || part.index)
        return expansion_unknown(part.parameter);
    const operation = part.operation;
    if (!operation)
        return found;
    if (operation.type !== 'Default' || operation.operand.parts)
        return expansion_unknown(part.parameter);
    // A variable that a command computes stays unknown; one that nothing sets takes its default.
    if (found.value === undefined && variables.has(part.parameter))
        return found;
    const empty = found.value === undefined || (operation.operator.startsWith(':') && found.value === '');
    if (operation.operator.endsWith('?'))
        return found;
    if (operation.operator.endsWith('+'))
        return { value: empty ? '' : operation.operand.value, reason: '' };
    return empty ? { value: operation.operand.value, reason: '' } : found;
}
function lookUp(name, variables) {
    const value = variables.get(name);
    return value === undefined ? expansion_unknown(name) : { value, reason: '' };
}
function expansion_unknown(name) {
    return {
        value: undefined,
        reason: expansion_NAME.test(name) ? `depends on $${name}, whose value is not known here` : 'depends on a shell parameter',
    };
}

;// CONCATENATED MODULE: ./src/source/shell/word.ts


function placeIn(script, start, end) {
    const from = script.at(start);
    const to = end > start ? script.at(end - 1) + 1 : from;
    return originAt(script.source, { start: from, end: Math.max(from, to) });
}
function readWord(node, script, variables) {
    const into = { template: '', offsets: [], reason: '', prefix: undefined };
    if (node.parts)
        for (const part of node.parts)
            readPart(part, into, variables);
    else
        addLiteral(into, node.text, node.value, node.pos);
    return {
        text: node.text,
        value: into.reason === '' ? into.template : undefined,
        template: into.template,
        reason: into.reason,
        prefix: into.prefix ?? into.template,
        quoted: node.text.startsWith('"') || node.text.startsWith("'"),
        offsets: into.offsets,
        origin: placeIn(script, node.pos, node.end),
    };
}
function readPart(part, into, variables) {
    switch (part.type) {
        case 'Literal':
            addLiteral(into, part.text, part.value, part.pos);
            break;
        case 'SingleQuoted':
            addLiteral(into, part.value, part.value, part.pos + 1);
            break;
        case 'AnsiCQuoted':
            addAt(into, part.value, part.pos);
            break;
        case 'DoubleQuoted':
        case 'LocaleString':
            for (const child of part.parts)
                readPart(child, into, variables);
            break;
        case 'SimpleExpansion':
        case 'ParameterExpansion': {
            const found = expand(part, variables);
            if (found.value === undefined)
                addUnknown(into, found.reason, part.text, part.pos);
            else
                addAt(into, found.value, part.pos);
            break;
        }
        case 'CommandExpansion':
        case 'ProcessSubstitution':
            addUnknown(into, 'depends on the output of a command', word_PLACEHOLDER, part.pos);
            break;
        case 'ArithmeticExpansion':
            addUnknown(into, 'depends on a calculation', word_PLACEHOLDER, part.pos);
            break;
        default:
            addLiteral(into, part.text, part.text, part.pos);
    }
}
// The commands of a substitution are read where they stand, so a second reading of the word must not find them again.
const word_PLACEHOLDER = '$?';
function addUnknown(into, reason, template, at) {
    into.prefix ??= into.template;
    into.reason ||= reason;
    addAt(into, template, at);
}
function addAt(into, value, at) {
    into.template += value;
    for (let index = 0; index < value.length; index++)
        into.offsets.push(at);
}
// The raw text and its value differ by escapes only, so each character of the value is the next equal one of the text.
function addLiteral(into, text, value, at) {
    into.template += value;
    if (text === value) {
        for (let index = 0; index < value.length; index++)
            into.offsets.push(at + index);
        return;
    }
    let from = 0;
    for (const character of value.split('')) {
        while (from < text.length && text[from] !== character)
            from++;
        into.offsets.push(at + Math.min(from, text.length - 1));
        from++;
    }
}

;// CONCATENATED MODULE: ./src/source/shell/make.ts






function draftOf(node, script, variables) {
    const words = node.name ? [readWord(node.name, script, variables)] : [];
    for (const argument of node.args) {
        if (argument.type === 'Word')
            words.push(readWord(argument, script, variables));
        else
            words.push(assignmentWord(argument.text, argument.pos, argument.end, argument.value.type === 'Word' ? argument.value : undefined, script, variables));
    }
    // Each sees those before it: A=1 B=$A.
    const scope = new Scope(variables);
    const assignments = node.prefix.flatMap((one) => {
        if (one.type !== 'Assignment')
            return [];
        const origin = placeIn(script, one.pos, one.end);
        const value = one.value.type === 'Word' ? readWord(one.value, script, scope) : { value: undefined, reason: 'is a list of the shell', origin };
        scope.set(one.name, value.value);
        return [{ name: one.name, value, origin }];
    });
    return { words, assignments, redirects: node.redirects, start: node.pos, end: node.end };
}
// `export X=1`: the shell's declaration commands take assignments for words.
function assignmentWord(text, pos, end, value, script, variables) {
    const read = value ? readWord(value, script, variables) : undefined;
    const head = text.slice(0, (value?.pos ?? pos) - pos);
    const offsets = [...head].map((_, index) => pos + index);
    return {
        text,
        value: read?.value === undefined ? undefined : head + read.value,
        template: head + (read?.template ?? ''),
        reason: read?.value === undefined ? (read?.reason ?? 'is a list of the shell') : '',
        prefix: head + (read?.prefix ?? ''),
        quoted: false,
        offsets: [...offsets, ...(read?.offsets ?? [])],
        origin: placeIn(script, pos, end),
    };
}
function baseName(word) {
    const value = word?.value ?? '';
    return value.slice(value.lastIndexOf('/') + 1);
}
function makeCommand(draft, position, script, variables, flow) {
    const whole = placeIn(script, draft.start, draft.end);
    const [first, ...rest] = draft.words;
    const list = originAt(script.source, whole.span, first?.origin.span ?? whole.span);
    const name = baseName(first);
    const split = splitFlags(name, rest);
    const flags = placedObjects(split.flags, list);
    if (split.opaque)
        setReading(flags, String(flags.length), split.opaque);
    const made = {
        text: script.text.slice(draft.start, draft.end),
        arguments: placedList(rest, list),
        flags,
        operands: placedList(split.operands, list),
        packages: packagesOf(name, split, list),
        assignments: placedObjects(draft.assignments.map(makeAssignment), list),
        redirects: placedObjects(draft.redirects.map((one) => makeRedirect(one, script, variables)), list),
        wrappers: position.wrappers,
        pipeline: { position: BigInt(position.place), length: BigInt(position.length) },
        after: position.after,
        before: position.before,
        within: position.within,
    };
    const nothing = { value: '', reason: '', origin: list };
    const named = first ? { ...first, value: first.value === undefined ? undefined : name } : nothing;
    const subcommand = split.operands[0] ?? nothing;
    setReading(made, 'name', named);
    setReading(made, 'subcommand', subcommand);
    const command = made;
    Object.defineProperty(made, 'inputs', { enumerable: true, get: () => flow.inputs(command) });
    Object.defineProperty(made, 'outputs', { enumerable: true, get: () => flow.outputs(command) });
    const children = new Map(Object.keys(made).map((key) => [key, list]));
    children.set('name', named.origin).set('subcommand', subcommand.origin);
    for (const key of ['arguments', 'flags', 'operands', 'packages', 'assignments', 'redirects'])
        children.set(key, originOf(made[key]) ?? list);
    return withOrigin(command, originAt(script.source, whole.span, list.key, children));
}
function makeAssignment(one) {
    const made = { name: one.name };
    setReading(made, 'value', one.value);
    return withOrigin(made, originAt(one.origin.source, one.origin.span, one.origin.span, new Map([['value', one.value.origin]])));
}
function makeRedirect(node, script, variables) {
    const origin = placeIn(script, node.pos, node.end);
    const input = node.operator.startsWith('<');
    const descriptor = node.descriptor?.type === 'FileDescriptor' ? node.descriptor.value : input ? 0 : 1;
    const made = { operator: node.operator, descriptor: BigInt(descriptor) };
    if (node.type === 'HereDoc')
        setReading(made, 'target', { value: node.delimiter?.value ?? '', reason: '', origin });
    else
        setReading(made, 'target', node.target ? readWord(node.target, script, variables) : { value: '', reason: '', origin });
    return withOrigin(made, origin);
}

;// CONCATENATED MODULE: ./src/source/shell/drafts.ts

/** `sudo A=1 command`: a word that is an assignment to what runs. */
function assignmentOf(word) {
    const equals = word.prefix.indexOf('=');
    const value = { value: word.value?.slice(equals + 1), reason: word.reason, origin: word.origin };
    return { name: word.prefix.slice(0, equals), value, origin: word.origin };
}
/** The words of a script as one text: `eval` joins its words with blanks. */
function scriptOf(words, script) {
    const offsets = [];
    for (const word of words) {
        for (const offset of word.offsets)
            offsets.push(offset);
        offsets.push(offsets.at(-1) ?? 0);
    }
    const text = words.map((word) => word.template).join(' ');
    return { text, source: script.source, at: (offset) => script.at(offsets[Math.min(offset, offsets.length - 1)] ?? 0) };
}
const DECLARES = new Set(['export', 'readonly', 'local', 'declare', 'typeset']);
/** What a command does to the variables of the scope that it runs in. */
function drafts_assign(draft, scope) {
    const name = baseName(draft.words[0]);
    if (!draft.words.length)
        for (const one of draft.assignments)
            scope.set(one.name, one.value.value);
    if (DECLARES.has(name)) {
        for (const word of draft.words.slice(1)) {
            const equals = word.prefix.indexOf('=');
            if (equals > 0)
                scope.set(word.prefix.slice(0, equals), word.value?.slice(equals + 1));
        }
    }
    if (name === 'read' || name === 'mapfile' || name === 'readarray' || name === 'unset') {
        for (const word of draft.words.slice(1))
            if (word.value && !word.value.startsWith('-'))
                scope.set(word.value, undefined);
    }
}

;// CONCATENATED MODULE: ./src/source/shell/flow.ts
class Meeting {
}
/** Whose output reaches whom. Filled while a script is read, asked when a rule asks. */
class Flow {
    #out = new Map();
    #in = new Map();
    connect(from, to, via) {
        const meeting = new Meeting();
        for (const source of from)
            this.#add(source, meeting, via);
        for (const target of to)
            this.#add(meeting, target, via);
    }
    #add(from, to, via) {
        push(this.#out, from, { to, via });
        push(this.#in, to, { to: from, via });
    }
    outputs(command) {
        return reach(this.#out, command);
    }
    inputs(command) {
        return reach(this.#in, command);
    }
}
function push(edges, from, edge) {
    const known = edges.get(from);
    if (known)
        known.push(edge);
    else
        edges.set(from, [edge]);
}
// Breadth first, so the nearest come first. The way that counts is the last step's: `curl | tee x | sh` reaches sh by a pipe.
function reach(edges, start) {
    const seen = new Set([start]);
    const found = [];
    let front = [start];
    while (front.length) {
        const next = [];
        for (const command of front) {
            for (const edge of edges.get(command) ?? []) {
                if (seen.has(edge.to))
                    continue;
                seen.add(edge.to);
                if (!(edge.to instanceof Meeting))
                    found.push({ via: edge.via, command: edge.to });
                next.push(edge.to);
            }
        }
        front = next;
    }
    return found;
}

;// CONCATENATED MODULE: ./src/source/shell/commands.ts







// `sudo env sh -c "sh -c …"` goes no deeper in anything a person wrote; hostile text is cut off here.
const commands_DEEPEST = 12;
const OUTSIDE = { wrappers: [], within: [], place: 1, length: 1, after: '', before: '' };
/**
 * Every simple command of a POSIX or bash script, in the order of the text: those of lists, pipelines, groups, loops, functions and
 * substitutions, and those that `sudo`, `env`, `xargs`, `sh -c '…'` and the like run. What does not parse is read as far as it goes.
 *
 * `at` gives the offset in the source of the character at an offset of the text; `known` the variables that are set from outside.
 */
function readScript(text, at, source, known = new Map()) {
    const reader = new commands_Reader();
    reader.script({ text, at, source }, OUTSIDE, new Scope(known), 0);
    return reader.commands();
}
/** The same for a command whose words are given: the exec form. `span` is where they stand in the script. */
function readExec(words, script, span, known = new Map()) {
    const reader = new commands_Reader();
    reader.draft({ words, assignments: [], redirects: [], ...span }, script, OUTSIDE, new Scope(known), 0);
    return reader.commands();
}
class commands_Reader {
    #flow = new Flow();
    #found = [];
    commands() {
        const all = this.#found.sort((a, b) => a.start - b.start).map((one) => one.command);
        for (const [index, command] of all.entries())
            Object.defineProperty(command, 'index', { value: BigInt(index), enumerable: true, configurable: true });
        return all;
    }
    script(script, position, scope, depth) {
        return this.#list((0,dist_parser/* parse */.qg)(script.text).commands, script, position, scope, depth);
    }
    #list(statements, script, position, scope, depth) {
        return statements.flatMap((statement, index) => {
            const previous = statements[index - 1];
            const after = previous ? (previous.background ? '&' : ';') : '';
            const before = statement.background ? '&' : index < statements.length - 1 ? ';' : '';
            return this.#node(statement.command, script, { ...position, place: 1, length: 1, after, before }, scope, depth);
        });
    }
    #node(node, script, position, scope, depth) {
        switch (node.type) {
            case 'Command':
                return this.#command(node, script, position, scope, depth);
            case 'AndOr':
                return this.#andOr(node, script, position, scope, depth);
            case 'Pipeline':
                return this.#pipeline(node, script, position, scope, depth);
            case 'Redirected': {
                const inside = this.#node(node.command, script, position, scope, depth);
                for (const redirect of node.redirects)
                    this.#substitutions(redirect, script, inside, scope, depth);
                return inside;
            }
            case 'BraceGroup':
                return this.#list(node.body.commands, script, within(position, 'group'), scope, depth);
            case 'Subshell':
                return this.#list(node.body.commands, script, within(position, 'subshell'), scope.copy(), depth);
            default:
                return this.#compound(node, script, position, scope, depth);
        }
    }
    #andOr(node, script, position, scope, depth) {
        return node.commands.flatMap((command, index) => {
            const after = node.operators[index - 1] ?? position.after;
            const before = node.operators[index] ?? position.before;
            const here = { ...position, after, before };
            if (after !== '||')
                return this.#node(command, script, here, scope, depth);
            const branch = scope.copy();
            const found = this.#node(command, script, here, branch, depth);
            scope.forget(branch);
            return found;
        });
    }
    #pipeline(node, script, position, scope, depth) {
        const length = node.commands.length;
        let previous = [];
        return node.commands.flatMap((command, index) => {
            const after = node.operators[index - 1] ?? position.after;
            const before = node.operators[index] ?? position.before;
            const inside = length > 1 ? scope.copy() : scope;
            const found = this.#node(command, script, { ...position, place: index + 1, length, after, before }, inside, depth);
            if (index > 0)
                this.#flow.connect(previous, found, 'pipe');
            previous = found;
            return found;
        });
    }
    // Loops, branches, functions: what they assign may not have happened when they are through.
    #compound(node, script, position, scope, depth) {
        const inner = scope.copy();
        if ((node.type === 'For' || node.type === 'Select') && node.name)
            inner.set(node.name.value, undefined);
        const here = within(position, commands_NAMES[node.type] ?? 'group');
        const found = [];
        (0,dist_parser/* forEachChild */.dK)(node, (child) => {
            const branch = node.type === 'If' || node.type === 'Case' || node.type === 'Elif';
            const own = branch && child !== node.clause ? inner.copy() : inner;
            if (child.type === 'CompoundList')
                found.push(...this.#list(child.commands, script, here, own, depth));
            else if (child.type === 'Elif' || child.type === 'CaseItem')
                found.push(...this.#compound(child, script, position, own, depth));
            else if (isCommand(child))
                found.push(...this.#node(child, script, here, own, depth));
            else
                this.#substitutions(child, script, [], own, depth);
            if (own !== inner)
                inner.forget(own);
        });
        scope.forget(inner);
        return found;
    }
    #command(node, script, position, scope, depth) {
        const draft = draftOf(node, script, scope);
        const found = this.draft(draft, script, position, scope, depth);
        for (const part of [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix])
            this.#substitutions(part, script, found, scope, depth);
        drafts_assign(draft, scope);
        return found;
    }
    /** The command itself and what it runs. */
    draft(draft, script, position, scope, depth) {
        // `sh -c "$(curl …)"`: what the substitution prints is no command that anybody can name.
        if (draft.words[0]?.template.startsWith(word_PLACEHOLDER) && depth > 0)
            return [];
        const command = makeCommand(draft, position, script, scope, this.#flow);
        this.#found.push({ command, start: script.at(draft.start) });
        const found = [command];
        if (depth >= commands_DEEPEST)
            return found;
        const name = baseName(draft.words[0]);
        const stdin = draft.redirects.filter((one) => one.type === 'HereDoc' || one.type === 'HereString');
        for (const wrapped of unwrap(name, draft.words.slice(1), stdin.length > 0)) {
            const here = { ...position, wrappers: [...position.wrappers, name] };
            if (wrapped.kind === 'command')
                found.push(...this.#wrapped(wrapped, draft, script, here, scope, depth));
            else if (wrapped.kind === 'script')
                found.push(...this.script(scriptOf(wrapped.words, script), here, scope.copy(), depth + 1));
            else
                for (const one of stdin)
                    found.push(...this.#document(one, script, here, scope, depth));
        }
        return found;
    }
    #wrapped(wrapped, draft, script, position, scope, depth) {
        const first = wrapped.assignments[0] ?? wrapped.words[0];
        const inside = {
            words: wrapped.words,
            assignments: wrapped.assignments.map(assignmentOf),
            redirects: SHELLS.has(baseName(wrapped.words[0])) ? draft.redirects : [],
            start: first?.offsets[0] ?? draft.start,
            end: draft.end,
        };
        return this.draft(inside, script, position, scope, depth + 1);
    }
    // The body of a here-document that a shell reads is a script of its own.
    #document(node, script, position, scope, depth) {
        if (node.type !== 'HereDoc')
            return [];
        const { pos, end } = node.body;
        return this.script({ text: script.text.slice(pos, end), source: script.source, at: (offset) => script.at(pos + offset) }, position, scope.copy(), depth + 1);
    }
    // $(…), `…`, <(…): their output reaches the command whose words they stand in; that of the command reaches >(…).
    #substitutions(node, script, owner, scope, depth) {
        const open = [node];
        for (let next = open.pop(); next; next = open.pop()) {
            if (next.type !== 'CommandExpansion' && next.type !== 'ProcessSubstitution' && next.type !== 'ArithmeticCommandExpansion') {
                (0,dist_parser/* forEachChild */.dK)(next, (child) => open.push(child));
                continue;
            }
            if (!next.script || depth >= commands_DEEPEST)
                continue;
            const { pos } = next;
            const inner = next.script.source === undefined ? script : { text: next.script.source, source: script.source, at: () => script.at(pos) };
            const found = this.#list(next.script.commands, inner, { ...OUTSIDE, within: ['substitution'] }, scope.copy(), depth + 1);
            const process = next.type === 'ProcessSubstitution';
            if (process && next.type === 'ProcessSubstitution' && next.operator === '>')
                this.#flow.connect(owner, found, 'process-substitution');
            else
                this.#flow.connect(found, owner, process ? 'process-substitution' : 'substitution');
        }
    }
}
const commands_NAMES = {
    If: 'if',
    Elif: 'if',
    For: 'for',
    ArithmeticFor: 'for',
    Select: 'select',
    While: 'while',
    Case: 'case',
    CaseItem: 'case',
    Function: 'function',
    Coproc: 'coproc',
};
const COMMANDS = new Set([
    'Command',
    'Pipeline',
    'AndOr',
    'Redirected',
    'BraceGroup',
    'Subshell',
    'If',
    'For',
    'ArithmeticFor',
    'Select',
    'While',
    'Case',
    'Function',
    'Coproc',
    'TestCommand',
]);
function isCommand(node) {
    return COMMANDS.has(node.type);
}
function within(position, construct) {
    return { ...position, within: [...position.within, construct] };
}

;// CONCATENATED MODULE: ./src/subjects/component-words.ts





const COMPONENTS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'kubelet'];
/** What starts another program that follows its own flags. */
const LAUNCHERS = new Set(['dumb-init', 'exec', 'go-runner', 'hyperkube', 'kube-log-runner', 'nice', 'tini']);
/** hyperkube took the short names as well. */
const SHORT = {
    apiserver: 'kube-apiserver',
    'controller-manager': 'kube-controller-manager',
    scheduler: 'kube-scheduler',
};
/** The component that a container runs and what it is told; undefined where it runs anything else. */
function componentOf(container) {
    const command = wordsAt(container, 'command');
    const words = scriptWords([...command, ...wordsAt(container, 'args')]);
    const start = words.findIndex(({ text }, index) => componentName(text) !== undefined && isFirst(words.slice(0, index)));
    const first = words[start];
    const name = first && componentName(first.text);
    if (!name)
        return undefined;
    const flags = component_words_readFlags(words.slice(start + 1));
    for (const list of ['command', 'args'])
        openFor(flags, container, list);
    if (name === 'etcd')
        readEnvironment(flags, container);
    const list = command.includes(first) ? 'command' : 'args';
    return { name, flags, origin: originOf(container)?.child(list) ?? first.origin };
}
function componentName(text) {
    // `--kubelet-service=kube-system/kubelet` is a flag of something else.
    if (typeof text !== 'string' || text.length > 200 || text.startsWith('-'))
        return undefined;
    const base = text.slice(text.lastIndexOf('/') + 1);
    return COMPONENTS.includes(base) ? base : SHORT[base];
}
function isFirst(before) {
    const [launcher] = before;
    if (!launcher)
        return true;
    if (typeof launcher.text !== 'string')
        return false;
    const base = launcher.text.slice(launcher.text.lastIndexOf('/') + 1);
    return LAUNCHERS.has(base) && before.slice(1).every(({ text }) => typeof text === 'string' && text.startsWith('-'));
}
function wordsAt(container, list) {
    const value = values_at(container, list);
    const origin = originOf(value);
    if (!Array.isArray(value) || !origin)
        return [];
    const length = subjects_values_member(value, 'length');
    const size = typeof length === 'number' ? length : itemsAt(container, list).length;
    const words = [];
    for (let index = 0; index < size; index++) {
        const text = subjects_values_member(value, index);
        if (typeof text === 'string' || text instanceof Unsettled)
            words.push({ text, origin: origin.child(index) ?? origin });
    }
    return words;
}
// `sh -c 'mkfifo … && exec kube-apiserver --…'`: the words of the component's own command, all where the script stands.
function scriptWords(words) {
    const [shell, ...rest] = words;
    if (typeof shell?.text !== 'string' || !SHELLS.has(shell.text.slice(shell.text.lastIndexOf('/') + 1)))
        return words;
    const script = rest.find(({ text }) => typeof text === 'string' && !text.startsWith('-'));
    if (typeof script?.text !== 'string')
        return words;
    const { source, span } = script.origin;
    const command = readScript(script.text, () => span.start, source).find((one) => COMPONENTS.includes(one.name));
    if (!command)
        return words;
    const own = Array.from({ length: command.arguments.length }, (_, index) => subjects_values_member(command.arguments, index));
    return [command.name, ...own].flatMap((text) => typeof text === 'string' || text instanceof Unsettled ? [{ text, origin: script.origin }] : []);
}
const FLAG = /^--?([A-Za-z][A-Za-z0-9_-]*)(?:=([\s\S]*))?$/;
function component_words_readFlags(words) {
    const flags = new Flags();
    for (const [index, { text, origin }] of words.entries()) {
        if (text instanceof Unsettled)
            readUnsettled(flags, text, origin);
        const found = typeof text === 'string' ? FLAG.exec(text.trim()) : null;
        if (!found?.[1])
            continue;
        const next = words[index + 1]?.text;
        const isValue = next instanceof Unsettled ? !startsFlag(words[index + 1]?.origin) : next !== undefined && !next.startsWith('-');
        flags.set(found[1], found[2] ?? (isValue && next !== undefined ? next : 'true'), origin);
    }
    return flags;
}
// `--etcd-servers={{ … }}` says which flag is not settled; anything else may be any flag, or the value of the one before.
function readUnsettled(flags, text, origin) {
    const name = writtenFlag(origin);
    if (name !== undefined)
        flags.set(name, text, origin);
    else
        flags.leaveOpen(text);
}
function writtenFlag({ source, span }) {
    return /^["']?--?([A-Za-z][A-Za-z0-9_-]*)=/.exec(source.text.slice(span.start, Math.min(span.end, span.start + 200)))?.[1];
}
function startsFlag(origin) {
    return origin !== undefined && writtenFlag(origin) !== undefined;
}
function openFor(flags, container, list) {
    const value = values_at(container, list);
    const rest = value instanceof Unsettled ? value : subjects_values_member(value, 'length');
    if (rest instanceof Unsettled)
        flags.leaveOpen(rest);
}
// etcd takes each flag from the environment as well; given twice the flag counts. A configuration file makes it read nothing else.
function readEnvironment(flags, container) {
    for (const variable of mappingsAt(container, 'env')) {
        const name = textAt(variable, 'name');
        if (!name?.startsWith('ETCD_'))
            continue;
        const flag = name.slice('ETCD_'.length).toLowerCase().replaceAll('_', '-');
        const origin = originOf(variable);
        const value = subjects_values_member(variable, 'value');
        const isGiven = typeof value === 'string' || value instanceof Unsettled;
        const text = isGiven ? value : new Unsettled(`depends on where ${name} comes from`, origin);
        if (!flags.has(flag))
            flags.set(flag, text, origin?.child('value') ?? origin);
    }
    const from = values_at(container, 'envFrom');
    if (from instanceof Unsettled)
        flags.leaveOpen(from);
    else if (from !== undefined)
        flags.leaveOpen(new Unsettled('depends on what envFrom brings in', originOf(container)?.child('envFrom')));
    if (flags.has('config-file'))
        flags.leaveOpen(new Unsettled('depends on the file of --config-file', originOf(container)));
}

;// CONCATENATED MODULE: ./src/subjects/components.ts







/** API server, controller manager, scheduler, etcd and kubelet: as containers, in kubeadm's files, in their own configuration files. */
function componentSubjects(sources, cluster) {
    const configurations = configurationsOf(sources);
    const neighbours = new Map();
    return [...containers(cluster, configurations), ...documents(sources), ...clusterApi(cluster)].map(([component, place]) => {
        const folder = external_node_path_.posix.dirname(place.file);
        const near = neighbours.get(folder) ?? [];
        neighbours.set(folder, near);
        const made = subject(component, place, { configurations, neighbours: near });
        near.push(made.value);
        return made;
    });
}
/** Configuration files of the root that components are pointed to, also those that `paths` leave out. */
function configurationsOf(sources) {
    const groups = new Set(['apiserver.config.k8s.io', 'kubelet.config.k8s.io', 'kubescheduler.config.k8s.io']);
    return sources.documents
        .filter(({ kind, head }) => kind === 'config' && groups.has(groupOf(head.apiVersion ?? '')))
        .map(({ value }) => value)
        .filter(values_isMapping);
}
function containers(cluster, configurations) {
    return cluster.subjectPods.flatMap((pod) => pod.containers().flatMap(({ value, name }) => {
        const running = componentOf(value);
        if (!running)
            return [];
        readFile(running, configurations);
        const { resource } = pod;
        const place = { file: resource.source.path, resource: pod.resourceName, container: name, workload: pod.label, of: pod.label };
        return [
            [
                { ...running, form: 'container' },
                { ...place, variant: resource.kind, group: resource.group },
            ],
        ];
    }));
}
// Where the only such file of the root is the one that --config names, nobody can tell; so what it decides is not settled.
function readFile({ name, flags, origin }, configurations) {
    if (!flags.has('config'))
        return;
    const reason = new Unsettled('depends on the file of --config', origin);
    const known = configurations.some(({ kind }) => name === 'kube-scheduler' && kind === 'KubeSchedulerConfiguration');
    const decided = Object.keys(FIELDS[name] ?? {});
    flags.setDefaults(Object.fromEntries(decided.map((flag) => [flag, known ? schedulerText(configurations, flag, reason) : reason])));
}
function schedulerText(configurations, flag, reason) {
    const own = configurations.filter(({ kind }) => kind === 'KubeSchedulerConfiguration');
    const path = FIELDS['kube-scheduler']?.[flag] ?? [];
    return own.every((value) => values_at(value, ...path) === false) ? 'false' : reason;
}
const components_OWN = { KubeletConfiguration: 'kubelet', KubeSchedulerConfiguration: 'kube-scheduler' };
function documents(sources) {
    const configs = sources.documents.filter(({ kind, source }) => kind === 'config' && sources.isSubject(source.path));
    const kubeadm = new Set(configs.filter((document) => isKubeadm(document)).map(({ source }) => source.path));
    return configs.flatMap((document) => {
        const { value, head, source } = document;
        if (!values_isMapping(value))
            return [];
        const components = isKubeadm(document) ? clusterConfiguration(value) : ownConfiguration(value, document, kubeadm.has(source.path));
        return components.map((component) => [component, documentPlace(document, head.kind ?? '')]);
    });
}
function isKubeadm({ head }) {
    return groupOf(head.apiVersion ?? '') === 'kubeadm.k8s.io';
}
function clusterConfiguration(value) {
    if (textAt(value, 'kind') !== 'ClusterConfiguration')
        return [];
    return kubeadmComponents(value).map((component) => ({ ...component, form: 'kubeadm' }));
}
function ownConfiguration(value, { head, origin }, besideKubeadm) {
    const name = components_OWN[head.kind ?? ''];
    if (!name || !/^kube(?:let|scheduler)\.config\.k8s\.io\//.test(head.apiVersion ?? ''))
        return [];
    const flags = configurationFlags(name, value);
    if (besideKubeadm && name === 'kubelet')
        flags.setDefaults(KUBEADM_KUBELET);
    return [{ name, form: 'configuration', flags, origin: originOf(value) ?? origin }];
}
function documentPlace({ source, head }, kind) {
    const apiVersion = head.apiVersion ?? '';
    const resource = { apiVersion, kind, namespace: '', name: '' };
    const shared = { file: source.path, resource, container: undefined, workload: undefined };
    return { ...shared, variant: kind, group: groupOf(apiVersion), of: kind };
}
/** Cluster API keeps kubeadm's ClusterConfiguration in objects of its own. */
function clusterApi(cluster) {
    const own = cluster.subjects.filter(({ group }) => /^(?:controlplane|bootstrap)\.cluster\.x-k8s\.io$/.test(group));
    return own.flatMap((resource) => {
        const spec = mappingAt(resource.object, 'spec', 'template', 'spec') ?? mappingAt(resource.object, 'spec');
        const configuration = mappingAt(spec, 'kubeadmConfigSpec', 'clusterConfiguration') ?? mappingAt(spec, 'clusterConfiguration');
        if (!configuration)
            return [];
        const name = resourceNameOf(resource);
        const place = { file: resource.source.path, resource: name, container: undefined, workload: undefined, of: labelOf(name) };
        return kubeadmComponents(configuration).map((component) => [
            { ...component, form: 'kubeadm' },
            { ...place, variant: resource.kind, group: resource.group },
        ]);
    });
}
function subject({ name, form, flags, origin }, { of, ...place }, around) {
    const fields = flags.toObject(origin);
    const child = (key) => (key === 'flags' ? originOf(fields) : undefined);
    const value = { name, form, flags: fields, ...around };
    const component = withOrigin(value, { source: origin.source, span: origin.span, key: origin.key, anchor: origin.anchor, child });
    return { scope: 'component', origin, ...place, label: `${name} of ${of}`, value: component, variables: { component } };
}

;// CONCATENATED MODULE: ./src/source/compose-merge.ts

/** Lists that a later file replaces; all others are appended to (compose specification, "Merge and override"). */
const REPLACED = new Set(['command', 'entrypoint', 'test']);
/** `over` laid over `base` as compose merges them. Each value keeps the place where it is written. */
function merge(base, over, key = '') {
    if (Array.isArray(base) && Array.isArray(over))
        return REPLACED.has(key) ? over : appended(base, over);
    if (compose_merge_isFields(base) && compose_merge_isFields(over))
        return overlaid(base, over);
    return over;
}
function compose_merge_isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function overlaid(base, over) {
    const merged = {};
    for (const key of Object.keys(base))
        compose_merge_copy(base, merged, key);
    for (const key of Object.keys(over)) {
        const [mine, theirs] = [Object.getOwnPropertyDescriptor(merged, key), Object.getOwnPropertyDescriptor(over, key)];
        if (mine && theirs && !mine.get && !theirs.get)
            compose_merge_define(merged, key, merge(mine.value, theirs.value, key));
        else
            compose_merge_copy(over, merged, key);
    }
    const [written, inherited] = [originOf(over), originOf(base)];
    const origin = written ?? inherited;
    if (!origin)
        return merged;
    // A list or mapping that was merged itself knows where its members are.
    const child = (name) => ownOrigin(merged, name) ?? written?.child(name) ?? inherited?.child(name);
    return withOrigin(merged, { ...compose_merge_frame(origin), child });
}
function ownOrigin(holder, name) {
    return originOf(Object.getOwnPropertyDescriptor(holder, name)?.value);
}
function appended(base, over) {
    const merged = [];
    for (const list of [base, over]) {
        for (let index = 0; index < list.length; index++) {
            const property = Object.getOwnPropertyDescriptor(list, index);
            if (property)
                Object.defineProperty(merged, merged.length, property);
        }
    }
    const [first, second] = [originOf(base), originOf(over)];
    const child = (index) => typeof index !== 'number' ? undefined : index < base.length ? first?.child(index) : second?.child(index - base.length);
    const origin = second ?? first;
    return origin ? withOrigin(merged, { ...compose_merge_frame(origin), child }) : merged;
}
function compose_merge_frame(origin) {
    return { source: origin.source, span: origin.span, key: origin.key, anchor: origin.anchor };
}
function compose_merge_copy(from, to, key) {
    const property = Object.getOwnPropertyDescriptor(from, key);
    if (property)
        Object.defineProperty(to, key, { ...property, configurable: true });
}
function compose_merge_define(to, key, value) {
    Object.defineProperty(to, key, { value, enumerable: true, configurable: true, writable: true });
}
/** The same value as inherited: it stands where `extends` is written, with the place where it is really written as anchor. */
function inherited(value, use, copies = new Map()) {
    if (typeof value !== 'object' || value === null)
        return value;
    const known = copies.get(value);
    if (known)
        return known;
    const copied = Array.isArray(value) ? [] : {};
    copies.set(value, copied);
    for (const key of Object.keys(value)) {
        const property = Object.getOwnPropertyDescriptor(value, key);
        if (property)
            Object.defineProperty(copied, key, property.get ? property : { ...property, value: inherited(property.value, use, copies) });
    }
    const origin = originOf(value);
    return origin ? withOrigin(copied, used(use, origin)) : copied;
}
function used(use, anchor) {
    const child = (name) => {
        const found = anchor.child(name);
        return found && used(use, found);
    };
    return { source: use.source, span: use.span, key: use.key, anchor, child };
}

;// CONCATENATED MODULE: ./src/source/compose-syntax.ts



function portOf(value) {
    if (mapping(value)) {
        // An address does not belong into `published`, and people write it there.
        const [address, published] = addressed(String(values_member(value, 'published') ?? ''));
        return {
            host_ip: values_text(value, 'host_ip') ?? address,
            published,
            target: String(values_member(value, 'target') ?? ''),
            protocol: values_text(value, 'protocol') ?? 'tcp',
        };
    }
    const [ports = '', protocol = 'tcp'] = String(value).split('/');
    // From the right: the address may hold colons, and `127.0.0.1::80` leaves the port to the engine.
    const [rest, target] = beforeLast(ports);
    const [address, published] = beforeLast(rest);
    if (!/^[\d-]+$/.test(target))
        return undefined;
    return { host_ip: address.replace(/^\[|\]$/g, ''), published, target, protocol };
}
function addressed(published) {
    return /^[\d-]*$/.test(published) ? ['', published] : published.includes(':') ? beforeLast(published) : [published, ''];
}
function beforeLast(parts) {
    const colon = parts.lastIndexOf(':');
    return colon < 0 ? ['', parts] : [parts.slice(0, colon), parts.slice(colon + 1)];
}
const PROPAGATIONS = new Set(['shared', 'rshared', 'slave', 'rslave', 'private', 'rprivate']);
/** `named`: the file's own `volumes`, by name. */
function volumeOf(value, named) {
    if (mapping(value)) {
        const type = values_text(value, 'type') ?? 'volume';
        const source = values_text(value, 'source') ?? '';
        const propagation = values_text(value, 'bind', 'propagation') ?? '';
        const target = values_text(value, 'target') ?? '';
        return compose_syntax_device({ type, source, target, read_only: values_member(value, 'read_only') === true, bind: { propagation } }, named);
    }
    if (typeof value !== 'string')
        return undefined;
    // The colon of a drive letter (`C:\data:/data`) is none between parts.
    const drive = /^[A-Za-z]:[\\/].*:/.test(value) ? 2 : 0;
    const colon = value.indexOf(':', drive);
    if (colon < 0)
        return { type: 'volume', source: '', target: value, read_only: false, bind: { propagation: '' } };
    const source = value.slice(0, colon);
    const [target = '', options = ''] = value.slice(colon + 1).split(':');
    const set = options.split(',');
    const type = /^(?:[./~\\]|[A-Za-z]:[\\/])/.test(source) ? 'bind' : 'volume';
    const propagation = set.find((option) => PROPAGATIONS.has(option)) ?? '';
    return compose_syntax_device({ type, source, target, read_only: set.includes('ro'), bind: { propagation } }, named);
}
// A named volume of the local driver may be a folder of the host all the same.
function compose_syntax_device(volume, named) {
    if (volume.type !== 'volume' || volume.source === '')
        return volume;
    const options = values_member(named, volume.source, 'driver_opts');
    const folder = values_text(options, 'device');
    const isBind = /(?:^|,)r?bind(?:,|$)/.test(values_text(options, 'o') ?? '') || values_text(options, 'type') === 'none';
    return folder !== undefined && isBind ? { ...volume, type: 'bind', source: folder } : volume;
}
/** `NAME=value` lists as mappings; names without a value come from the caller's environment and are left out. */
function compose_syntax_pairs(value) {
    if (!Array.isArray(value))
        return value;
    const found = {};
    const places = new Map();
    const origin = originOf(value);
    for (let index = 0; index < value.length; index++) {
        const item = values_member(value, index);
        const at = typeof item === 'string' ? item.indexOf('=') : -1;
        if (typeof item !== 'string' || at <= 0)
            continue;
        const name = item.slice(0, at);
        Object.defineProperty(found, name, { value: item.slice(at + 1), enumerable: true, configurable: true, writable: true });
        const place = origin?.child(index);
        if (place)
            places.set(name, place);
    }
    return origin ? withOrigin(found, originAt(origin.source, origin.span, origin.key, places)) : found;
}
/** Each item read by `read`; one that is not settled throws when it is read, one that is nothing is left out. */
function longForms(list, read) {
    if (!Array.isArray(list))
        return list;
    const made = [];
    const places = new Map();
    const origin = originOf(list);
    for (let index = 0; index < list.length; index++) {
        const place = origin?.child(index);
        const property = compose_syntax_attempt(list, index, read);
        if (!property)
            continue;
        const { value } = property;
        const own = place && (value ? originAt(place.source, place.span, place.key, compose_syntax_membersOf(list[index], place)) : place);
        if (own)
            places.set(made.length, own);
        if (own && value)
            withOrigin(value, own);
        Object.defineProperty(made, made.length, { ...property, enumerable: true, configurable: true });
    }
    return origin ? withOrigin(made, originAt(origin.source, origin.span, origin.key, places)) : made;
}
function compose_syntax_membersOf(value, place) {
    const found = new Map();
    for (const name of Object.keys(mapping(value) ?? {})) {
        const child = place.child(name);
        if (child)
            found.set(name, child);
    }
    return found;
}
function compose_syntax_attempt(list, index, read) {
    try {
        const value = read(list[index]);
        return value && { value, writable: true };
    }
    catch (error) {
        if (!(error instanceof Unsettled))
            throw error;
        return {
            get() {
                throw error;
            },
        };
    }
}

;// CONCATENATED MODULE: ./src/source/compose-variables.ts

const compose_variables_DEEPEST = 10;
/** Variables of one text; what comes after so many is text. */
const compose_variables_MOST = 500;
/** Compose's interpolation: `$NAME`, `${NAME}`, with `:-` `-` defaults, `:?` `?` errors, `:+` `+` replacements, and `$$` for a dollar. */
function interpolate(text, lookup, depth = 0) {
    const missing = [];
    let made = '';
    let at = 0;
    let count = 0;
    for (let dollar = text.indexOf('$'); dollar >= 0 && count < compose_variables_MOST; dollar = text.indexOf('$', at)) {
        count++;
        made += text.slice(at, dollar);
        const found = compose_variables_expression(text, dollar);
        at = found.end;
        if (found.name === undefined) {
            made += found.literal;
            continue;
        }
        const part = substitute(found.name, found.operator, found.operand, lookup, depth);
        made += part.text;
        missing.push(...part.missing);
    }
    return { text: made + text.slice(at), missing };
}
const compose_variables_NAME = /[A-Za-z_]\w*/y;
const BRACED = /\{([A-Za-z_]\w*)(:?[-?+])?/y;
function compose_variables_expression(text, dollar) {
    const none = { operator: '', operand: '' };
    if (text[dollar + 1] === '$')
        return { ...none, end: dollar + 2, literal: '$' };
    compose_variables_NAME.lastIndex = dollar + 1;
    const bare = compose_variables_NAME.exec(text);
    if (bare)
        return { ...none, end: dollar + 1 + bare[0].length, name: bare[0], literal: '' };
    BRACED.lastIndex = dollar + 1;
    const braced = BRACED.exec(text);
    const from = dollar + 1 + (braced?.[0].length ?? 0);
    const end = braced ? compose_variables_closing(text, from) : -1;
    if (!braced || end < 0)
        return { ...none, end: dollar + 1, literal: '$' };
    return { end: end + 1, name: braced[1] ?? '', operator: braced[2] ?? '', operand: text.slice(from, end), literal: '' };
}
function compose_variables_closing(text, from) {
    let open = 1;
    for (let at = from; at < text.length; at++) {
        if (text[at] === '{' && text[at - 1] === '$')
            open++;
        else if (text[at] === '}' && --open === 0)
            return at;
    }
    return -1;
}
function substitute(name, operator, operand, lookup, depth) {
    const value = lookup(name);
    const empty = operator.startsWith(':') && value === '';
    const known = value !== undefined && !empty;
    if (operator.endsWith('+') && known)
        return nested(operand, lookup, depth);
    if (known)
        return { text: value, missing: [] };
    if (operator.endsWith('-'))
        return nested(operand, lookup, depth);
    return { text: `\${${name}}`, missing: [name] };
}
function nested(operand, lookup, depth) {
    return depth < compose_variables_DEEPEST ? interpolate(operand, lookup, depth + 1) : { text: operand, missing: [operand] };
}
/** Booleans that compose reads out of texts that variables make; numbers are compared as texts by whoever needs them. */
const CASTS = new Map([
    ['true', true],
    ['false', false],
]);
/**
 * A copy of a value with its variables replaced; places stay. A text that needs a variable which nothing sets throws when it is read.
 * What several places share (aliases) is copied once.
 */
function interpolated(value, lookup, copies = new Map()) {
    if (typeof value !== 'object' || value === null)
        return value;
    const known = copies.get(value);
    if (known)
        return known;
    const copy = Array.isArray(value) ? [] : {};
    copies.set(value, copy);
    const origin = originOf(value);
    if (origin)
        withOrigin(copy, origin);
    for (const key of Object.keys(value)) {
        const property = Object.getOwnPropertyDescriptor(value, key);
        if (!property)
            continue;
        // `__proto__` is a key like any other here.
        Object.defineProperty(copy, key, property.get ? property : compose_variables_settle(property.value, lookup, copies, origin, Array.isArray(value) ? Number(key) : key));
    }
    return copy;
}
function compose_variables_settle(value, lookup, copies, origin, key) {
    const property = { enumerable: true, configurable: true };
    if (typeof value !== 'string')
        return { ...property, writable: true, value: interpolated(value, lookup, copies) };
    if (!value.includes('$'))
        return { ...property, writable: true, value };
    const { text, missing } = interpolate(value, lookup);
    if (missing.length === 0)
        return { ...property, writable: true, value: CASTS.get(text) ?? text };
    return {
        ...property,
        get() {
            throw new Unsettled(`depends on the variable ${missing[0]}, which has no default`, origin?.child(key));
        },
    };
}
/** A `.env` file beside a compose file gives its variables values; what compose's caller has set wins, but nobody can see that. */
function compose_variables_readEnvironment(source) {
    const values = new Map();
    for (const line of source?.text.split(/\r?\n/) ?? []) {
        const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(line.slice(0, 4096));
        if (match?.[1] !== undefined)
            values.set(match[1], compose_variables_plainValue((match[2] ?? '').trim()));
    }
    return values;
}
function compose_variables_plainValue(text) {
    const quote = text[0];
    if (quote === '"' || quote === "'") {
        const end = text.indexOf(quote, 1);
        if (end > 0)
            return text.slice(1, end);
    }
    return text.replace(/\s#.*$/, '').trimEnd();
}

;// CONCATENATED MODULE: ./src/source/compose.ts






/** Every service once, with what it extends and what an override file lays over it. */
function composeServices(sources) {
    const project = new Projects(sources);
    return sources.compose.flatMap((document) => (project.isOverride(document) ? project.added(document) : project.services(document)));
}
const compose_DEEPEST = 16;
class Projects {
    #sources;
    #byPath;
    constructor(sources) {
        this.#sources = sources;
        this.#byPath = new Map(sources.compose.map((document) => [document.source.path, document]));
    }
    services(document) {
        const overlay = this.#overlayOf(document);
        return this.#names(document).flatMap((name) => {
            const base = this.#resolved(document, name, 0);
            if (!base || this.#isPartial(document, name, base))
                return [];
            const over = overlay && this.#resolved(overlay, name, 0);
            return this.#service(document, name, over ? merge(base, over) : base);
        });
    }
    /** Services that only an override file has. */
    added(document) {
        const names = new Set(this.#bases(document).flatMap((base) => this.#names(base)));
        return this.#names(document)
            .filter((name) => !names.has(name))
            .flatMap((name) => this.#service(document, name, this.#resolved(document, name, 0)));
    }
    /** `compose.override.yaml`, which compose reads by itself after `compose.yaml`. */
    isOverride(document) {
        return this.#bases(document).length > 0;
    }
    #bases(document) {
        const match = /^(.*)\.override\.ya?ml$/.exec(document.source.path);
        return match ? this.#find(`${match[1]}.yaml`, `${match[1]}.yml`) : [];
    }
    #overlayOf(document) {
        const stem = document.source.path.replace(/\.ya?ml$/, '');
        return this.#find(`${stem}.override.yaml`, `${stem}.override.yml`)[0];
    }
    #find(...paths) {
        return paths.flatMap((path) => this.#byPath.get(path) ?? []);
    }
    #names(document) {
        const services = mapping(values_member(document.value, 'services'));
        return services ? Object.keys(services) : [];
    }
    // `docker-compose.prod.yml` beside `docker-compose.yml` says only what differs: nobody runs it alone.
    #isPartial(document, name, service) {
        if (Object.hasOwn(service, 'image') || Object.hasOwn(service, 'build'))
            return false;
        const folder = external_node_path_.posix.dirname(document.source.path);
        return this.#sources.compose.some((other) => other !== document && external_node_path_.posix.dirname(other.source.path) === folder && this.#names(other).includes(name));
    }
    #resolved(document, name, depth) {
        const service = mapping(values_member(document.value, 'services', name));
        if (!service || depth > compose_DEEPEST)
            return service;
        const written = values_member(service, 'extends');
        const base = typeof written === 'string' ? written : values_text(written, 'service');
        const use = originOf(service)?.child('extends');
        if (base === undefined || !use)
            return service;
        const file = values_text(written, 'file');
        const holder = file === undefined ? document : this.#byPath.get(external_node_path_.posix.join(external_node_path_.posix.dirname(document.source.path), file));
        const parent = holder && (holder !== document || base !== name) ? this.#resolved(holder, base, depth + 1) : undefined;
        return parent ? merge(inherited(parent, use), service) : service;
    }
    #service(document, name, written) {
        const origin = originOf(values_member(document.value, 'services'))?.child(name);
        if (!written || !origin)
            return [];
        const environment = compose_variables_readEnvironment(this.#sources.sourceOf(external_node_path_.posix.join(external_node_path_.posix.dirname(document.source.path), '.env')));
        const lookup = (variable) => environment.get(variable);
        const named = mapping(interpolated(values_member(document.value, 'volumes'), lookup)) ?? {};
        const place = originOf(written) ?? origin;
        const file = document.source.path;
        return [{ name, file, origin, written, service: normalised(name, interpolated(written, lookup), named, place) }];
    }
}
function normalised(name, service, named, place) {
    const made = {};
    for (const key of Object.keys(service)) {
        const property = Object.getOwnPropertyDescriptor(service, key);
        if (property)
            Object.defineProperty(made, key, property.get ? property : { ...property, value: longForm(key, property.value, named) });
    }
    Object.defineProperty(made, 'name', { value: name, enumerable: true, configurable: true, writable: true });
    return withOrigin(made, place);
}
function longForm(key, value, named) {
    switch (key) {
        case 'ports':
            return longForms(value, portOf);
        case 'volumes':
            return longForms(value, (volume) => volumeOf(volume, named));
        case 'environment':
        case 'labels':
        case 'sysctls':
            return compose_syntax_pairs(value);
        case 'build':
            return typeof value === 'string' ? { context: value } : value;
        default:
            return value;
    }
}

;// CONCATENATED MODULE: ./src/subjects/compose-builds.ts



/** What the image of a service says by its own Dockerfile: `user`, `healthcheck`. Of a foreign image, or a stage that starts from one, reading `user` throws. */
function builtBy({ service, file }, sources) {
    const stage = stageOf(service.build, external_node_path_.posix.dirname(file), sources);
    const user = stage?.end.user?.value;
    return {
        get user() {
            if (user && user.reason === '')
                return user.value;
            if (user)
                throw new Unsettled(user.reason, undefined);
            throw new Unsettled('depends on the image, whose user the files do not show', values_placeOf(service, stage ? 'build' : 'image'));
        },
        healthcheck: stage !== undefined && hasHealthcheck(stage),
    };
}
function stageOf(build, folder, sources) {
    if (!mapping(build))
        return undefined;
    const context = external_node_path_.posix.join(folder, values_text(build, 'context') ?? '.');
    const path = external_node_path_.posix.join(context, values_text(build, 'dockerfile') ?? 'Dockerfile');
    const stages = sources.dockerfiles.find(({ source }) => source.path === path)?.stages;
    const target = values_text(build, 'target')?.toLowerCase();
    return target === undefined ? stages?.at(-1) : stages?.find((stage) => stage.name === target);
}
// The last HEALTHCHECK counts, also that of the stage it is built from.
function hasHealthcheck(stage) {
    const last = stage.steps.findLast(({ instruction }) => instruction.name === 'healthcheck');
    if (last)
        return last.instruction.words[0]?.text.toUpperCase() !== 'NONE';
    return stage.parent !== undefined && hasHealthcheck(stage.parent);
}

;// CONCATENATED MODULE: ./src/source/secret-names.ts
/** Words that make a name a credential's, alone or as neighbours. */
const secret_names_WORDS = new Set([
    ...['password', 'passwd', 'pwd', 'passphrase', 'secret', 'token', 'credential', 'credentials', 'creds', 'bearer'],
    ...['apikey', 'accesskey', 'secretkey', 'privatekey', 'storagekey', 'accountkey', 'authtoken', 'accesstoken', 'apitoken', 'clientsecret'],
]);
const secret_names_KEYS = new Set(['api', 'access', 'secret', 'private', 'storage', 'account']);
/** A last word that says the value is about a credential and not one. */
const ABOUT = new Set([
    ...[
        'file',
        'files',
        'filename',
        'path',
        'paths',
        'dir',
        'directory',
        'name',
        'names',
        'url',
        'uri',
        'urls',
        'host',
        'hostname',
        'port',
        'endpoint',
        'server',
        'address',
    ],
    ...[
        'ttl',
        'expiry',
        'expires',
        'expiration',
        'expire',
        'lifetime',
        'timeout',
        'age',
        'duration',
        'seconds',
        'minutes',
        'hours',
        'days',
        'interval',
        'period',
    ],
    ...[
        'enabled',
        'enable',
        'disabled',
        'disable',
        'required',
        'optional',
        'id',
        'ids',
        'length',
        'size',
        'limit',
        'count',
        'max',
        'min',
        'version',
        'policy',
    ],
    ...[
        'type',
        'kind',
        'mount',
        'class',
        'ref',
        'refs',
        'header',
        'headers',
        'issuer',
        'audience',
        'provider',
        'backend',
        'store',
        'algorithm',
        'alg',
        'annotation',
    ],
    ...[
        'namespace',
        'prefix',
        'suffix',
        'format',
        'mode',
        'method',
        'regex',
        'pattern',
        'label',
        'location',
        'arn',
        'scope',
        'scopes',
        'claim',
        'claims',
        'review',
        'reviews',
    ],
    ...[
        'controller',
        'manager',
        'rotation',
        'field',
        'column',
        'engine',
        'role',
        'region',
        'project',
        'source',
        'strategy',
        'param',
        'cookie',
        'bucket',
        'encoder',
        'validator',
    ],
]);
/** Values of any kind are settings here. */
const SETTINGS = /(?:^|_)(?:allow_empty|random|no|use|enable|disable|require|skip|generate|is|has)(?:_root)?_[a-z_]*$/;
/** The lower-case words of SNAKE_CASE, kebab-case, dotted and camelCase names. */
function wordsOf(name) {
    const split = name
        .slice(0, 200)
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toLowerCase();
    return split
        .split(/[^a-z0-9]+/)
        .map((word) => word.replace(/\d+$/, ''))
        .filter((word) => word !== '');
}
function isSetting(words) {
    return (ABOUT.has(words.at(-1) ?? '') || (SETTINGS.test(words.join('_')) && !/_(?:api|access|secret|private)_/.test(`_${words.join('_')}_`)));
}
function isCredentialWord(word) {
    // PGPASSWORD, DBPASSWD
    return secret_names_WORDS.has(word) || word.endsWith('password') || word.endsWith('passwd');
}
/** Whether the name alone says that the value is a credential. */
function isCredentialName(name) {
    const words = wordsOf(name);
    if (words.length === 0 || isSetting(words) || /^(?:old)?pwd$/i.test(name))
        return false;
    if (words.includes('public') || (words.at(-1) === 'credentials' && words.at(-2) === 'application'))
        return false;
    if (words.some(isCredentialWord))
        return true;
    if (words.length > 1 && words.at(-1) === 'pass')
        return true;
    const last = words.at(-1);
    if (words[0] === 'azure' && last === 'key')
        return true;
    if (last === 'content' && words.at(-2) === 'key')
        return true;
    return words.some((word, index) => word === 'key' && secret_names_KEYS.has(words[index - 1] ?? ''));
}
/** Names under which only a value that looks random is a credential. */
function isWeakCredentialName(name) {
    const words = wordsOf(name);
    const last = words.at(-1);
    if (last !== 'key' && last !== 'auth' && last !== 'salt')
        return false;
    return !words.some((word) => ['public', 'pub', 'host', 'gpg', 'cache', 'site', 'sort', 'primary', 'foreign', 'partition'].includes(word));
}
/** Of numbers only passwords are made; a token or key that is a number is a count. */
function takesNumbers(name) {
    const last = wordsOf(name).at(-1) ?? '';
    return (last === 'pwd' || last === 'secret' || last === 'pass' || last === 'passphrase' || last.endsWith('password') || last.endsWith('passwd'));
}

;// CONCATENATED MODULE: ./src/source/secret-tokens.ts
const secret_tokens_FORMATS = [
    { kind: 'AWS access key', shown: 4, pattern: '(?<![A-Z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}(?![A-Z0-9])' },
    { kind: 'GitHub token', shown: 4, pattern: 'gh[pousr]_[A-Za-z0-9]{36}' },
    { kind: 'GitHub token', shown: 11, pattern: 'github_pat_[A-Za-z0-9_]{60}' },
    { kind: 'GitLab token', shown: 6, pattern: '(?<![A-Za-z0-9])gl(?:pat|rt|dt)-[A-Za-z0-9_-]{20}' },
    { kind: 'Slack token', shown: 5, pattern: '(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10}' },
    { kind: 'Slack webhook', shown: 24, pattern: 'https://hooks\\.slack\\.com/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{20}' },
    { kind: 'Google API key', shown: 4, pattern: '(?<![A-Za-z0-9_-])AIza[0-9A-Za-z_-]{35}' },
    { kind: 'Stripe key', shown: 8, pattern: '(?<![A-Za-z0-9])[sr]k_live_[A-Za-z0-9]{20}' },
    { kind: 'npm token', shown: 4, pattern: '(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}' },
    { kind: 'PyPI token', shown: 5, pattern: 'pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{30}' },
    { kind: 'Docker token', shown: 9, pattern: '(?<![A-Za-z0-9])dckr_[po]at_[A-Za-z0-9_-]{27}' },
    { kind: 'Hugging Face token', shown: 3, pattern: '(?<![A-Za-z0-9])hf_[A-Za-z0-9]{34}' },
    { kind: 'SendGrid key', shown: 3, pattern: '(?<![A-Za-z0-9])SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}' },
    { kind: 'DigitalOcean token', shown: 7, pattern: 'do[opr]_v1_[a-f0-9]{64}' },
    { kind: 'Vault token', shown: 4, pattern: '(?<![A-Za-z0-9])hv[sb]\\.[A-Za-z0-9_-]{24}' },
    { kind: 'Anthropic key', shown: 7, pattern: '(?<![A-Za-z0-9])sk-ant-[A-Za-z0-9_-]{24}' },
    { kind: 'OpenAI key', shown: 3, pattern: '(?<![A-Za-z0-9])sk-(?:proj-)?[A-Za-z0-9_-]{20}T3BlbkFJ' },
    { kind: 'Azure storage key', shown: 11, pattern: 'AccountKey=[A-Za-z0-9+/]{86}==' },
    {
        kind: 'JSON Web Token',
        shown: 3,
        pattern: '(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,4000}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10,2000}',
    },
    { kind: 'private key', shown: 0, pattern: '---BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?---' },
    { kind: 'password in a URL', shown: 0, pattern: '(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}://[^\\s:@/"\'<>]{0,80}:[^\\s@/"\'<>]{1,200}@' },
];
const secret_tokens_ALL = new RegExp(secret_tokens_FORMATS.map((format) => `(${format.pattern})`).join('|'), 'g');
// One of these is in every format above: asking for them first spares most texts the expression.
const HINT = /AKIA|ASIA|gh[pousr]_|github_pat_|gl(?:pat|rt|dt)-|xox|hooks\.slack|AIza|k_live_|npm_|pypi-|dckr_|hf_|SG\.|_v1_|hv[sb]\.|sk-|AccountKey=|eyJ|PRIVATE KEY|:\/\//;
/** The first token of a known format at or after `from`, without what documentation shows as an example. */
function findToken(text, from = 0) {
    if (from === 0 && !HINT.test(text))
        return undefined;
    secret_tokens_ALL.lastIndex = from;
    for (let match = secret_tokens_ALL.exec(text); match; match = secret_tokens_ALL.exec(text)) {
        const index = match.findIndex((group, at) => at > 0 && group !== undefined) - 1;
        const format = secret_tokens_FORMATS[index];
        const found = match[0];
        if (!format || isExample(format.kind, found))
            continue;
        return { kind: format.kind, masked: secret_tokens_mask(format, found), start: match.index, end: match.index + found.length };
    }
    return undefined;
}
function secret_tokens_mask(format, found) {
    return format.kind === 'password in a URL'
        ? `${found.slice(0, found.indexOf('://'))}://********@`
        : `${found.slice(0, format.shown)}********`;
}
function isExample(kind, found) {
    if (kind === 'AWS access key')
        return found.endsWith('EXAMPLE');
    if (kind !== 'password in a URL')
        return false;
    const password = found.slice(found.indexOf(':', found.indexOf('://') + 3) + 1, -1);
    return /^(?:[$%{<*].*|change[-_]?me|\.+)$/i.test(password);
}

;// CONCATENATED MODULE: ./src/source/secrets.ts


const MASK = '********';
const TOO_LONG = 64 * 1024;
/**
 * A literal credential by the name or by the value's format; undefined for references, placeholders, paths and settings about
 * credentials. The value is text as the program would get it. `name` may be ''.
 */
function detectSecret(name, value) {
    const literal = value.length > TOO_LONG ? value.slice(0, TOO_LONG) : value;
    const token = findToken(literal);
    if (token)
        return { kind: token.kind, masked: token.masked };
    const trimmed = literal.trim();
    if (isNoCredential(trimmed) || beginsWithName(name, trimmed))
        return undefined;
    if (isCredentialName(name))
        return secrets_isNumber(trimmed) && !takesNumbers(name) ? undefined : { kind: 'credential', masked: MASK };
    return isWeakCredentialName(name) && looksRandom(trimmed) ? { kind: 'key', masked: MASK } : undefined;
}
const secrets_MOST = 50;
/** Credentials in a text of assignments: key=value, properties, YAML and JSON, and known token formats anywhere. */
function findSecrets(text) {
    const found = new Map();
    for (let from = 0, token = findToken(text, from); token && found.size < secrets_MOST; token = findToken(text, from)) {
        found.set(token.start, { name: '', kind: token.kind, masked: token.masked, start: token.start, end: token.end });
        from = token.end;
    }
    for (const { name, value, start } of assignments(text)) {
        if (found.size >= secrets_MOST)
            break;
        const secret = detectSecret(name, value);
        const covered = [...found.values()].some((other) => other.start < start + value.length && other.end > start);
        if (secret && !covered)
            found.set(start, { ...secret, name, start, end: start + value.length });
    }
    return [...found.values()].sort((a, b) => a.start - b.start);
}
const secrets_LINE = /^[ \t]*(?:export[ \t]+|-[ \t]+|set[ \t]+)?["']?([\w.-]{1,80})["']?[ \t]?[=:]([^\n]{0,2000})/gm;
const PAIR = /"([\w.-]{1,80})"\s{0,8}:\s{0,8}"([^"\\\n]{1,2000})"/g;
function* assignments(text) {
    for (const match of text.matchAll(secrets_LINE)) {
        const rest = match[2] ?? '';
        const lead = rest.length - rest.trimStart().length;
        const value = unquoted(rest.trim());
        // `key:` alone opens a mapping, `|` and `>` a block, `{` and `[` a collection, `&` and `*` an anchor.
        if (value === undefined || /^(?:[|>][-+\d]*$|[{[&*!])/.test(value))
            continue;
        const start = match.index + match[0].length - rest.length + lead;
        yield { name: match[1] ?? '', value, start: start + (/^["']/.test(rest.trim()) ? 1 : 0) };
    }
    if (!text.includes('"'))
        return;
    for (const match of text.matchAll(PAIR)) {
        const value = match[2] ?? '';
        yield { name: match[1] ?? '', value, start: match.index + match[0].length - 1 - value.length };
    }
}
function unquoted(rest) {
    const bare = rest.replace(/[,;]$/, '');
    const quote = bare[0];
    if (quote === '"' || quote === "'") {
        const end = bare.indexOf(quote, 1);
        return end < 0 ? undefined : bare.slice(1, end);
    }
    const comment = bare.search(/\s#/);
    const value = (comment < 0 ? bare : bare.slice(0, comment)).trimEnd();
    return value === '' ? undefined : value;
}
const SETTING = /^(?:true|false|yes|no|on|off|none|null|nil|undefined|enabled?|disabled?|required|optional|\d+(?:ms|[smhdwy]))$/i;
const REFERENCE = /^(?:\$[({A-Za-z_]|%[A-Za-z_]\w*%$|\{\{|#\{|@[A-Z_]+@|(?:vault|ref\+\w+|op|sm|secretref|secret|file|env|aws-sm|gcp-sm|doppler|infisical|akeyless|bao|berglas|chamber):|arn:aws|projects\/[^/]+\/secrets\/|ENC\[|\{cipher\})/;
const HASH = /^\$(?:2[abxy]?|apr1|argon2(?:id|i|d)|pbkdf2[\w-]*|[156])\$|^\{(?:SSHA\d*|SHA\d*|PBKDF2[\w-]*|bcrypt)\}/;
const PATH = /^(?:\.{0,2}|~)\/[^\s]*$|^[A-Za-z]:\\/;
const URL = /^[a-z][a-z0-9+.-]*:\/\/[^@\s]*$/i;
const secrets_PLACEHOLDER = /^(?:<[^<>]*>|\[[A-Za-z _-]*\]|\*+|\.{3,}|…|(?:please[-_ ]?)?change[-_ ]?(?:me|it|this)\W*|(?:your|my|the|insert|put|enter|add)[-_ ][\w -]*(?:here|password|secret|token|key|credentials?)|your[-_ ][\w -]*|replace[-_ ]?me|todo|tbd|fixme|not[-_ ]?(?:set|used)|redacted|masked|hidden)$/i;
/** Values that tell no credential whatever the name is. */
function isNoCredential(value) {
    if (value === '' || SETTING.test(value) || secrets_PLACEHOLDER.test(value))
        return true;
    return (REFERENCE.test(value) && !HASH.test(value)) || HASH.test(value) || PATH.test(value) || URL.test(value);
}
// GOOGLE_API_KEY=GOOGLE_API_KEY_VAL is filled in by something that looks for that text.
function beginsWithName(name, value) {
    return name !== '' && value.length >= name.length && value.slice(0, name.length).toUpperCase() === name.toUpperCase();
}
function secrets_isNumber(value) {
    return /^[-+]?\d+(?:\.\d+)?$/.test(value);
}
// Letters of both cases and digits, at least 24 of them and four bits each: a key in base64, no word and no fingerprint.
function looksRandom(value) {
    if (!/^[A-Za-z0-9+/_=-]{24,200}$/.test(value) || !/[a-z]/.test(value) || !/[A-Z]/.test(value) || !/\d/.test(value))
        return false;
    const counts = new Map();
    for (const character of value)
        counts.set(character, (counts.get(character) ?? 0) + 1);
    let bits = 0;
    for (const count of counts.values())
        bits -= (count / value.length) * Math.log2(count / value.length);
    return bits >= 4;
}

;// CONCATENATED MODULE: ./src/subjects/compose-secrets.ts





/** Credentials in environment, build arguments and command as written: what a variable brings in belongs there, its literal default does not. */
function secretsOf(service) {
    const { written } = service;
    const settings = [
        ...settingsOf(written, ['environment']),
        ...settingsOf(written, ['build', 'args']),
        ...compose_secrets_wordsOf(written, 'command'),
        ...compose_secrets_wordsOf(written, 'entrypoint'),
    ];
    return settings.flatMap(({ name, value, origin }) => {
        const { text: literal, missing } = interpolate(value, () => undefined);
        const secret = detectSecret(missing.length > 0 ? '' : name, literal);
        if (!secret)
            return [];
        const found = { name, ...secret };
        return origin ? withOrigin(found, originAt(origin.source, origin.span, origin.key)) : found;
    });
}
function settingsOf(written, path) {
    const listed = items(written, ...path).flatMap((item, index) => {
        const at = typeof item === 'string' ? item.indexOf('=') : -1;
        if (typeof item !== 'string' || at < 0)
            return [];
        return [{ name: item.slice(0, at), value: item.slice(at + 1), origin: values_placeOf(written, ...path, index) }];
    });
    const mapped = entries(written, ...path).flatMap(([name, value]) => {
        const literal = typeof value === 'string' || typeof value === 'bigint' || typeof value === 'number' ? [String(value)] : [];
        return literal.map((value) => ({ name, value, origin: values_placeOf(written, ...path, name) }));
    });
    return [...listed, ...mapped];
}
/** `--requirepass x`, `--password=x` and `-e TOKEN=x` of a command. */
function compose_secrets_wordsOf(written, key) {
    const line = values_text(written, key);
    const origin = values_placeOf(written, key);
    const words = line === undefined ? items(written, key).map((word) => (typeof word === 'string' ? word : '')) : line.slice(0, 20_000).split(/\s+/);
    return words.flatMap((word, index) => {
        const place = line === undefined ? values_placeOf(written, key, index) : origin;
        const assigned = /^-{0,2}([\w.-]+)=(.+)$/s.exec(word);
        if (assigned)
            return [{ name: assigned[1] ?? '', value: unquote(assigned[2] ?? ''), origin: place }];
        const flag = /^--?([\w-]+)$/.exec(words[index - 1] ?? '');
        return [
            {
                name: flag && !word.startsWith('-') ? (flag[1] === 'requirepass' ? 'password' : (flag[1] ?? '')) : '',
                value: unquote(word),
                origin: place,
            },
        ];
    });
}
function unquote(word) {
    return word.replace(/^(["'])(.*)\1$/s, '$2');
}

;// CONCATENATED MODULE: ./src/subjects/images.ts



const images_PARTS = ['reference', 'registry', 'repository', 'name', 'tag', 'digest'];
/**
 * The image that a member of a mapping names, for expressions: its parts, `stage` (whether it names an earlier build stage) and
 * `valid`, standing where the member stands. Undefined where there is no such member; parts that the files do not settle throw.
 */
function imageAt(holder, key, replacements) {
    const value = subjects_values_member(holder, key);
    if (typeof value !== 'string' && !(value instanceof Unsettled))
        return undefined;
    const origin = originOf(holder)?.child(key);
    const image = value instanceof Unsettled ? unsettledImage(value) : imageOf(value, origin, replacements);
    return origin ? withOrigin(image, leaf(origin)) : image;
}
// `app:$TAG` is refused by every runtime, so something (envsubst, Flux) fills it in before it is applied.
const SUBSTITUTION = /\$(?:\{[^}]{1,200}\}|\([^)]{1,200}\)|[A-Za-z_]\w*)/;
function imageOf(text, origin, replacements) {
    const substitution = SUBSTITUTION.exec(text);
    if (!substitution)
        return writtenImage(text, origin, replacements);
    const unsettled = new Unsettled(`depends on ${substitution[0]}, which something else fills in`, origin);
    const colon = text.indexOf(':', text.lastIndexOf('/', substitution.index) + 1);
    // Where only tag or digest are filled in, the rest is known.
    if (colon < 0 || colon > substitution.index)
        return unsettledImage(unsettled);
    const { registry, repository, name } = parseImage(text.slice(0, colon));
    return throwing(unsettled, { reference: text, registry, repository, name, valid: true, stage: false }, ['tag', 'digest']);
}
function writtenImage(text, origin, replacements) {
    const image = { ...parseImage(text), stage: false };
    const by = image.tag === '' && image.digest === '' ? replacements?.get(text) : undefined;
    return by === undefined ? image : throwing(new Unsettled(`depends on the tag that ${by} writes`, origin), image, ['tag', 'digest']);
}
function unsettledImage(unsettled) {
    return throwing(unsettled, { stage: false }, [...images_PARTS, 'valid']);
}

;// CONCATENATED MODULE: ./src/subjects/compose.ts





/** Services of compose files, as they are after `extends`, override files and variables. */
function composeSubjects(sources) {
    const all = composeServices(sources);
    return selectedOf(all, sources).map((service) => {
        return compose_subject(service, 'compose-service', service.service, shared(service, sources, all), `service ${service.name}`);
    });
}
/** The images that services name, also as a name for what they build. */
function composeImageSubjects(sources) {
    const all = composeServices(sources);
    return selectedOf(all, sources).flatMap((service) => {
        const image = imageAt(service.service, 'image');
        if (!image)
            return [];
        return compose_subject(service, 'image', image, Object.defineProperty(shared(service, sources, all), 'image', { value: image, enumerable: true }), `image of service ${service.name}`);
    });
}
function selectedOf(services, sources) {
    return services.filter((service) => sources.isSubject(service.file));
}
function shared(service, sources, all) {
    let found;
    const compose = {
        file: service.file,
        get services() {
            return all.filter(({ file }) => file === service.file).map((other) => other.service);
        },
        get build() {
            return builtBy(service, sources);
        },
    };
    return {
        service: service.service,
        compose,
        get image() {
            return imageAt(service.service, 'image');
        },
        get secrets() {
            found ??= secretsOf(service);
            return found;
        },
    };
}
function compose_subject(service, scope, value, variables, label) {
    return {
        scope,
        origin: originOf(value) ?? service.origin,
        file: service.file,
        resource: undefined,
        container: service.name,
        workload: `${service.file}:${service.name}`,
        label,
        value,
        variables,
        variant: 'compose-service',
        group: undefined,
    };
}

;// CONCATENATED MODULE: ./src/subjects/dockerfile-fields.ts


/** Collects the members of an object for expressions, each with its place; what is costly is made when it is read. */
class FieldsBuilder {
    #made = {};
    #places = new Map();
    #source;
    #span;
    #key;
    constructor(source, span, key) {
        this.#source = source;
        this.#span = span;
        this.#key = key;
    }
    get origin() {
        return originAt(this.#source, this.#span, this.#key);
    }
    /** A member that stands nowhere of its own, or at `place`. */
    put(name, value, place) {
        Object.defineProperty(this.#made, name, { value, enumerable: true, configurable: true });
        if (place)
            this.#places.set(name, originAt(this.#source, place));
        return this;
    }
    lazy(name, make, place) {
        let made;
        const get = () => {
            made ??= { value: make() };
            return made.value;
        };
        Object.defineProperty(this.#made, name, { get, enumerable: true, configurable: true });
        if (place)
            this.#places.set(name, originAt(this.#source, place));
        return this;
    }
    reading(name, reading) {
        setReading(this.#made, name, reading);
        this.#places.set(name, reading.origin);
        return this;
    }
    done() {
        return withOrigin(this.#made, originAt(this.#source, this.#span, this.#key, this.#places));
    }
}
/** What a word of the file comes to, for expressions. */
function readingOf(source, word, expanded) {
    const origin = originAt(source, word.span);
    if (!expanded)
        return { value: word.text, reason: '', origin };
    return expanded.reason ? { value: undefined, reason: expanded.reason, origin } : { value: expanded.value, reason: '', origin };
}

;// CONCATENATED MODULE: ./src/subjects/dockerfile-faults.ts

/** What BuildKit refuses, for expressions. `refused` is not settled where another frontend may take it. */
function faultFields(source, fault) {
    const fields = new FieldsBuilder(source, fault.span, fault.span).put('kind', fault.kind).put('message', fault.message);
    const reason = 'depends on the frontend that the syntax directive names';
    return fields
        .reading('refused', fault.answer === 'fail' ? { value: 'yes', reason: '', origin: fields.origin } : { value: undefined, reason, origin: fields.origin })
        .done();
}

;// CONCATENATED MODULE: ./src/subjects/dockerfile-ignore.ts

/**
 * The patterns of the ignore file that a build of this Dockerfile reads: the one named after it, else that of its folder, else that of
 * the root, which is the context of many a Dockerfile that lies deeper. Each stands where it is written.
 */
function ignorePatterns(file, sources) {
    const { path } = file.source;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const names = [`${path}.dockerignore`, `${folder}.dockerignore`, `${folder}.containerignore`, '.dockerignore', '.containerignore'];
    for (const name of names) {
        const source = sources.has(name) ? sources.sourceOf(name) : undefined;
        if (!source)
            continue;
        let at = 0;
        return source.text.split('\n').flatMap((line) => {
            const start = at;
            at += line.length + 1;
            const text = line.trim();
            if (!text || text.startsWith('#'))
                return [];
            const span = { start: start + line.indexOf(text), end: start + line.indexOf(text) + text.length };
            return [new FieldsBuilder(source, span, span).put('text', text).put('file', name).done()];
        });
    }
    return [];
}

;// CONCATENATED MODULE: ./src/source/shell/faults.ts

/** What a shell refuses in a script, before it runs any of it. */
function scriptFaults(script) {
    return ((0,dist_parser/* parse */.qg)(script.text).errors ?? []).map(({ message, pos }) => ({
        message,
        at: script.at(Math.min(pos, Math.max(0, script.text.length - 1))),
    }));
}

;// CONCATENATED MODULE: ./src/subjects/dockerfile-shell.ts





const WINDOWS_BASE = /(?:^|\/)(?:windows\/|windowsservercore|nanoserver|servercore)|windowsservercore|nanoserver|-windows(?:-|$)/i;
const POSIX = /^(?:sh|bash|dash|ash|zsh|ksh|mksh)$/;
/** The shell that runs the shell form of an instruction. */
function shellKind(dockerfile, step) {
    const words = step.before.shell?.words;
    if (!words)
        return isWindows(dockerfile, step.stage) ? 'cmd' : 'posix';
    // SHELL ["/usr/bin/env", "bash", "-c"]: the program is the first that is a shell.
    for (const word of words) {
        const name = (word.text.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.exe$/, '');
        if (POSIX.test(name))
            return 'posix';
        if (name === 'powershell' || name === 'pwsh')
            return 'powershell';
        if (name === 'cmd')
            return 'cmd';
    }
    return 'other';
}
const windows = new WeakMap();
// A stage is what its parent is. Asked of one, all that it is built on are answered, so that long chains cost nothing.
function isWindows(dockerfile, stage) {
    if (dockerfile.escape === '`')
        return true;
    const asked = [];
    let answer;
    for (let one = stage; one && answer === undefined; one = one.parent) {
        asked.push(one);
        answer =
            windows.get(one) ??
                (one.platform?.value.toLowerCase().startsWith('windows') || (!one.parent && WINDOWS_BASE.test(one.base.value)) || undefined);
    }
    for (const one of asked)
        windows.set(one, answer ?? false);
    return answer ?? false;
}
/** The simple commands of a RUN; none where its shell is not POSIX. */
function commandsOf(dockerfile, step) {
    const { instruction } = step;
    const known = knownOf(step.before.environment);
    if (instruction.form === 'exec')
        return execCommands(dockerfile, instruction, known);
    if (shellKind(dockerfile, step) !== 'posix')
        return [];
    const script = dockerfile_shell_scriptOf(dockerfile, instruction);
    return script ? readScript(script.text, (offset) => script.at(offset), dockerfile.source, known) : [];
}
/** What the shell of a RUN refuses to read; none where it is not POSIX. */
function scriptFaultsOf(dockerfile, step) {
    const { instruction } = step;
    if (instruction.form === 'exec' || shellKind(dockerfile, step) !== 'posix')
        return [];
    const script = dockerfile_shell_scriptOf(dockerfile, instruction);
    return script ? scriptFaults({ text: script.text, source: dockerfile.source, at: (offset) => script.at(offset) }) : [];
}
// A value that the file does not settle is known to be set, so that a default does not stand in for it.
function knownOf(environment) {
    return {
        has: (name) => environment.has(name),
        get: (name) => {
            const found = environment.get(name);
            return found?.reason === '' ? found.value : undefined;
        },
    };
}
const SHEBANG = /^#!\s*(\S+)(?:\s+(\S+))?/;
// RUN <<EOF is the body itself, run by what its first line says; any other here-document is the shell's business.
function dockerfile_shell_scriptOf(dockerfile, instruction) {
    const { joined, rest, heredocs } = instruction;
    const { text } = dockerfile.source;
    const [first] = heredocs;
    const script = new Weave(instruction.span.start);
    const line = joined.text.slice(rest.from, rest.to);
    if (first && heredocHead(line)) {
        const body = text.slice(first.body.start, first.body.end);
        const [, program = '', argument = ''] = SHEBANG.exec(body) ?? [];
        const name = (program.endsWith('/env') ? argument : program).split('/').at(-1) ?? '';
        return name === '' || POSIX.test(name) ? script.add(body, first.body.start) : undefined;
    }
    addRange(script, instruction, rest.from, rest.to);
    for (const heredoc of heredocs) {
        script.add('\n', heredoc.body.start - 1);
        script.add(text.slice(heredoc.body.start, heredoc.body.end), heredoc.body.start);
        script.add(heredoc.name, heredoc.body.end);
    }
    return script;
}
// Copies a range of a joined text piece by piece: a piece is what stands together in the file.
function addRange(script, { joined }, from, to) {
    let start = from;
    for (let at = from; at <= to; at++) {
        if (at < to && (at === start || joined.at(at) === joined.at(at - 1) + 1))
            continue;
        script.add(joined.text.slice(start, at), joined.at(start));
        start = at;
    }
}
function execCommands(dockerfile, instruction, known) {
    const [first] = instruction.words;
    const last = instruction.words.at(-1);
    if (!first || !last)
        return [];
    const { source } = dockerfile;
    const script = { text: source.text, source, at: (offset) => offset };
    return readExec(instruction.words.map((word) => execWord(word, script)), script, { start: first.span.start, end: last.span.end }, known);
}
function execWord(word, script) {
    const { start, end } = word.span;
    const exact = end - start === word.text.length + 2;
    return {
        text: word.text,
        value: word.text,
        template: word.text,
        reason: '',
        prefix: word.text,
        quoted: true,
        offsets: Array.from({ length: word.text.length }, (_, index) => (exact ? start + 1 + index : start)),
        origin: originAt(script.source, word.span),
    };
}

;// CONCATENATED MODULE: ./src/subjects/ignore-patterns.ts
/** Tells whether a path of the build context is kept out by the patterns of an ignore file, the last that matches deciding. */
function isIgnored(path, patterns) {
    const file = clean(path);
    const folders = file.split('/').slice(0, -1);
    let ignored = false;
    for (const written of patterns) {
        const except = written.startsWith('!');
        const pattern = clean(except ? written.slice(1).trim() : written).replace(/^\//, '');
        if (except !== ignored || !pattern)
            continue;
        const depth = pattern.split('/').length;
        // A folder that matches takes everything below it along.
        const parent = folders.length >= depth ? folders.slice(0, depth).join('/') : undefined;
        if (matches(pattern, file) || (parent !== undefined && matches(pattern, parent)))
            ignored = !except;
    }
    return ignored;
}
// As Go's filepath.Clean: no empty parts, no `.`, and `..` takes the part before it away.
function clean(path) {
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '..' && parts.length && parts.at(-1) !== '..')
            parts.pop();
        else if (part && part !== '.')
            parts.push(part);
    }
    return (path.startsWith('/') ? '/' : '') + (parts.join('/') || '.');
}
/** `*` and `?` stay inside a part of the path, `**` does not. Each character is looked at once for each place in the pattern. */
function matches(pattern, path) {
    let at = new Set([0]);
    for (let index = 0; index < pattern.length && at.size; index++) {
        const next = new Set();
        const token = pattern.charAt(index);
        if (token === '*' && pattern.charAt(index + 1) === '*') {
            index++;
            // `**/` matches no folder at all, too.
            if (pattern.charAt(index + 1) === '/')
                index++;
            const least = Math.min(...at);
            for (let end = least; end <= path.length; end++) {
                if (at.has(end) || pattern.charAt(index) !== '/' || path.charAt(end - 1) === '/')
                    next.add(end);
            }
        }
        else if (token === '*') {
            for (const start of at) {
                for (let end = start; end <= path.length && !next.has(end); end++) {
                    next.add(end);
                    if (path.charAt(end) === '/')
                        break;
                }
            }
        }
        else {
            const literal = token === '\\' ? pattern.charAt(++index) : token;
            for (const end of at) {
                const character = path.charAt(end);
                if (character && (token === '?' ? character !== '/' : character === literal))
                    next.add(end + 1);
            }
        }
        at = next;
    }
    return at.has(path.length);
}

;// CONCATENATED MODULE: ./src/subjects/dockerfile-instruction.ts











/** An instruction for expressions; see docs/guides/variables.md. */
function instructionFields(one, context) {
    const { source } = context.dockerfile;
    const read = (word) => readingOf(source, word, context.step?.expanded.get(word));
    const fields = new FieldsBuilder(source, one.span, one.key);
    const { origin } = fields;
    fields
        .put('keyword', one.name.toUpperCase())
        .put('written', one.keyword)
        .put('index', BigInt(context.index))
        .put('form', one.form)
        .put('text', one.joined.text.slice(one.rest.from, one.rest.to))
        .put('final', context.final)
        .put('onbuild', context.onbuild)
        .lazy('arguments', () => placedList(argumentsOf(one, read), origin))
        .lazy('resolved', () => one.words.map((word) => context.step?.expanded.get(word)?.value ?? word.text))
        .lazy('flags', () => flagFields(one, source))
        .lazy('pairs', () => placedObjects(one.pairs.map((pair) => pairFields(pair, source, read, context)), origin))
        .lazy('heredocs', () => placedObjects(one.heredocs.map((doc) => heredocFields(doc, source)), origin))
        .lazy('mounts', () => placedObjects(mountFields(one, context, source), origin))
        .lazy('ports', () => placedObjects(one.name === 'expose' ? portFields(one, source, read) : [], origin))
        .lazy('commands', () => (one.name === 'run' && context.step ? commandsOf(context.dockerfile, context.step) : []))
        .lazy('scriptFaults', () => placedObjects(scriptFaultFields(one, context), origin))
        .lazy('comments', () => one.comments.map((comment) => comment.text))
        .lazy('faults', () => faultsIn(one, context.dockerfile))
        .lazy('undeclared', () => placedObjects(undeclaredIn(one, context), origin))
        .put('emptyContinuation', one.emptyContinuation !== undefined, one.emptyContinuation);
    copyFields(one, fields, read, context);
    settingFields(fields, context, read, origin);
    return fields.done();
}
function scriptFaultFields(one, { step, dockerfile }) {
    if (one.name !== 'run' || !step)
        return [];
    return scriptFaultsOf(dockerfile, step).map(({ message, at }) => {
        const span = { start: at, end: at + 1 };
        return new FieldsBuilder(dockerfile.source, span, span).put('message', message).done();
    });
}
// What BuildKit refuses in it.
function faultsIn({ span }, { faults, source }) {
    return faults.filter((fault) => fault.span.start >= span.start && fault.span.start <= span.end).map((fault) => faultFields(source, fault));
}
function undeclaredIn(one, { step, dockerfile }) {
    const { source } = dockerfile;
    return (step?.undeclared ?? []).map(({ name, word }) => {
        const span = word?.span ?? one.key;
        const fields = new FieldsBuilder(source, span, span).put('name', name);
        return fields.put('near', (0,errors/* nearest */.pA)(name, [...declaredBefore(step)]) ?? '').done();
    });
}
// Names that ARG and ENV of the stage and of those it is built on give, for `did you mean`.
function declaredBefore(step) {
    const names = new Set();
    for (let stage = step?.stage; stage && names.size < 200; stage = stage.parent) {
        for (const { instruction } of stage.steps)
            for (const pair of instruction.name === 'label' ? [] : instruction.pairs)
                names.add(pair.name.text);
    }
    return names;
}
function argumentsOf(one, read) {
    // BuildKit leaves the text of commands to their shell.
    if (['run', 'cmd', 'entrypoint', 'shell', 'healthcheck', 'from'].includes(one.name)) {
        return one.words.map((word) => ({ ...read(word), value: word.text, reason: '' }));
    }
    return one.words.map(read);
}
function flagFields(one, source) {
    const fields = new FieldsBuilder(source, one.span, one.key);
    for (const flag of flagsOf(one))
        fields.put(flag.name, flag.value ?? 'true', flag.word.span);
    return fields.done();
}
function pairFields(pair, source, read, { step }) {
    const span = { start: pair.name.span.start, end: pair.value?.span.end ?? pair.name.span.end };
    const fields = new FieldsBuilder(source, span, pair.name.span).put('legacy', pair.legacy).put('set', pair.value !== undefined);
    fields.reading('name', read(pair.name)).put('written', pair.value?.text ?? '');
    fields.lazy('undeclared', () => {
        const unset = (pair.value && step?.expanded.get(pair.value)?.unset) ?? [];
        return unset.filter((name) => step?.undeclared.some((one) => one.name === name));
    });
    return fields.reading('value', pair.value ? read(pair.value) : { value: '', reason: '', origin: fields.origin }).done();
}
function heredocFields(doc, source) {
    const fields = new FieldsBuilder(source, doc.body, { start: doc.body.start, end: doc.body.start });
    return fields.put('name', doc.name).put('expands', doc.expand).put('text', source.text.slice(doc.body.start, doc.body.end)).done();
}
function mountFields(one, { step }, source) {
    if (one.name !== 'run')
        return [];
    return flagValues(one, 'mount').flatMap((word) => {
        const mount = readMount(word.text, (value) => [...(step?.expanded.values() ?? [])].find((found) => found.word.text === value)?.value ?? value);
        if (typeof mount === 'string')
            return [];
        const fields = new FieldsBuilder(source, word.span, word.span);
        for (const [name, value] of Object.entries(mount))
            if (typeof value === 'string' || typeof value === 'boolean')
                fields.put(name, value);
        return [fields.done()];
    });
}
function portFields(one, source, read) {
    return one.words.flatMap((word) => {
        const reading = read(word);
        const fields = new FieldsBuilder(source, word.span, word.span).put('written', word.text);
        if (reading.value === undefined) {
            for (const name of ['from', 'to', 'protocol', 'host'])
                fields.reading(name, reading);
            return [fields.done()];
        }
        const port = parsePort(reading.value);
        if ('fault' in port)
            return [];
        return [fields.put('from', BigInt(port.from)).put('to', BigInt(port.to)).put('protocol', port.protocol).put('host', port.host).done()];
    });
}
function copyFields(one, fields, read, context) {
    const { origin } = fields;
    const copies = one.name === 'copy' || one.name === 'add';
    const sources = copies ? one.words.slice(0, -1).filter((word) => !heredocHead(word.text)) : [];
    const last = copies && one.words.length > 1 ? one.words.at(-1) : undefined;
    fields.lazy('sources', () => placedObjects(sources.map((word) => sourceFields(read(word), word, origin.source, context)), origin));
    fields.reading('destination', last ? read(last) : { value: '', reason: '', origin });
}
function sourceFields(reading, word, source, context) {
    const fields = new FieldsBuilder(source, word.span, word.span).reading('path', reading).put('written', word.text);
    // A pattern, or the whole context, may keep some of its files.
    const plain = reading.value !== undefined && !/^\.?\/?$|[*?[]/.test(reading.value) && !context.step?.from.length;
    fields.lazy('ignored', () => plain && isIgnored(reading.value ?? '', context.ignore()));
    // A URL or a repository is told by its beginning, which variables at its end do not change.
    const kind = readRemote(reading.value ?? word.text).kind;
    const settled = reading.value !== undefined || kind !== 'local' || !word.text.startsWith('$');
    return fields.reading('kind', { value: settled ? kind : undefined, reason: reading.reason, origin: reading.origin }).done();
}
function settingFields(fields, context, read, origin) {
    const { step, dockerfile } = context;
    const empty = { value: '', reason: '', origin };
    const user = step?.before.user;
    const workdir = step?.before.workdir;
    fields.reading('user', user ? settingReading(user, dockerfile.source) : empty);
    fields.reading('workdir', workdir ? settingReading(workdir, dockerfile.source) : empty);
    fields.put('workdirSet', workdir !== undefined);
    fields.lazy('shell', () => {
        const by = step?.before.shell;
        return by ? placedList(by.words.map(read), originAt(dockerfile.source, by.span, by.key)) : [];
    });
    fields.lazy('shellKind', () => (step ? shellKind(dockerfile, step) : 'posix'));
    const from = step?.from[0];
    fields.put('from', from?.name ?? '', from?.flag.span).put('fromStage', from?.stage !== undefined);
}
function settingReading(setting, source) {
    // Where the value is read, the instruction that set it is where to point.
    return { ...readingOf(source, setting.value.word, setting.value), origin: originAt(source, setting.by.span, setting.by.key) };
}

;// CONCATENATED MODULE: ./src/subjects/dockerfile-secrets.ts





/**
 * What an instruction gives away, for `each`: credentials in ENV and ARG, build arguments that end in the image's environment, files
 * of credentials that are copied into the image, credentials in commands and tokens anywhere. Each stands where it is written.
 */
function dockerfile_secrets_secretsOf(one, fields, context) {
    const found = [...pairSecrets(one, context), ...fileSecrets(fields, context), ...commandSecrets(fields)];
    const lines = new Set(found.map((secret) => originOf(secret)?.span.start));
    return [...found, ...tokens(one, context).filter((secret) => !lines.has(originOf(secret)?.span.start))];
}
function secret(name, kind, masked, origin) {
    return withOrigin({ name, kind, masked }, origin);
}
function pairSecrets(one, { file, step, final }) {
    if (one.name !== 'env' && one.name !== 'arg')
        return [];
    return one.pairs.flatMap((pair) => {
        if (!pair.value)
            return [];
        const origin = originAt(file.source, pair.value.span, pair.name.span);
        const expanded = step?.expanded.get(pair.value);
        const value = expanded?.value ?? pair.value.text.replace(/^(["'])(.*)\1$/s, '$2');
        const name = pair.name.text;
        const literal = !expanded?.reason && !pair.value.text.includes('$') ? detectSecret(name, value) : undefined;
        if (literal)
            return [secret(name, literal.kind, literal.masked, origin)];
        const argument = one.name === 'env' && final ? expanded?.unset.find((unset) => isCredentialName(unset) || isCredentialName(name)) : undefined;
        return argument && declared(step, argument) ? [secret(name, 'build argument', `$${argument}`, origin)] : [];
    });
}
// An ARG without default in the stage: what the caller passes ends in the image's environment.
function declared(step, name) {
    for (let stage = step?.stage; stage; stage = stage.parent) {
        for (const { instruction } of stage.steps) {
            if (instruction.name === 'arg' && instruction.pairs.some((pair) => pair.name.text === name))
                return true;
        }
    }
    return false;
}
const CREDENTIAL_FILE = /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.npmrc|\.netrc|_netrc|\.pypirc|\.env|\.env\.(?!example$|sample$|template$|dist$|defaults?$)[\w.-]+|\.git-credentials|\.dockercfg|kubeconfig|credentials\.json)$/i;
const CREDENTIAL_PATH = /(?:^|\/)(?:\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.ssh(?:\/(?!known_hosts|config|authorized_keys|[^/]*\.pub$).*)?)$/i;
const PRIVATE_KEY = /(?:^|[-_./])(?:private|priv|privkey|key|server-key|client-key|tls)[\w-]*\.pem$|\.key$/i;
function fileSecrets(fields, { final }) {
    if (!final || textAt(fields, 'from'))
        return [];
    return itemsAt(fields, 'sources').flatMap((source) => {
        const path = textAt(source, 'path');
        const origin = originOf(source);
        if (path === undefined || !origin || textAt(source, 'kind') !== 'local')
            return [];
        const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
        const found = CREDENTIAL_FILE.test(name) || CREDENTIAL_PATH.test(path) || PRIVATE_KEY.test(name);
        return found ? [secret(name, 'file of credentials', name, origin)] : [];
    });
}
function commandSecrets(fields) {
    return itemsAt(fields, 'commands').flatMap((item) => {
        const command = item;
        const name = textAt(command, 'name');
        if (name === 'docker' || name === 'podman' || name === 'buildah' || name === 'helm' || name === 'oras' || name === 'crane')
            return loginSecrets(command);
        if (name === 'aws')
            return settingSecret(command, ['configure', 'set'], /^aws_(?:secret_access_key|session_token)$/);
        if (name === 'npm' || name === 'yarn' || name === 'pnpm')
            return settingSecret(command, ['config', 'set'], /(?:_auth(?:token)?|_password)$/i);
        return [];
    });
}
function loginSecrets(command) {
    const operands = itemsAt(command, 'operands');
    if (!operands.includes('login'))
        return [];
    return itemsAt(command, 'flags').flatMap((flag) => {
        const name = textAt(flag, 'name');
        const value = textAt(flag, 'value');
        const origin = originOf(flag);
        return origin && value && (name === '-p' || name === '--password') ? [secret(name, 'password of a registry', MASK, origin)] : [];
    });
}
// `aws configure set aws_secret_access_key VALUE`, `npm config set //registry/:_authToken=VALUE`
function settingSecret(command, words, key) {
    const operands = Array.from({ length: command.operands.length }, (_, index) => subjects_values_member(command.operands, index));
    if (words.some((word, index) => operands[index] !== word))
        return [];
    const list = originOf(command.operands);
    return operands.slice(words.length).flatMap((operand, index) => {
        if (typeof operand !== 'string')
            return [];
        const [name = '', inline] = operand.split(/=(.*)/s);
        const value = inline ?? operands[words.length + index + 1];
        const origin = list?.child(words.length + index);
        return origin && key.test(name) && typeof value === 'string' && value !== '' ? [secret(name, 'credential', MASK, origin)] : [];
    });
}
// Known token formats, whose places the file's own text gives.
function tokens(one, { file }) {
    const { start, end } = one.span;
    const text = file.source.text.slice(start, end);
    return findSecrets(text).flatMap((found) => {
        if (found.name !== '')
            return [];
        const span = { start: start + found.start, end: start + found.end };
        return [secret('', found.kind, found.masked, originAt(file.source, span))];
    });
}

;// CONCATENATED MODULE: ./src/subjects/dockerfile-images.ts


const dockerfile_images_PARTS = ['registry', 'repository', 'name', 'tag', 'digest'];
/** Images from outside that a stage is built of, in the order of the file: its base, those it copies from and those it mounts. */
function dockerfile_images_imagesOf(stage, source) {
    const images = [];
    if (!stage.parent && stage.base.value !== 'scratch')
        images.push(dockerfile_images_imageOf(source, stage.base, 'FROM'));
    for (const step of stage.steps) {
        for (const from of step.from) {
            if (from.stage || from.name === 'scratch' || /^[-+]?\d+$/.test(from.name))
                continue;
            const word = { text: from.name, span: from.flag.span };
            images.push(dockerfile_images_imageOf(source, { word, value: from.name, reason: '', unset: [] }, step.instruction.name === 'copy' ? 'COPY' : 'RUN'));
        }
    }
    return images;
}
/** What an image reference names, for expressions: as for pods, and `by`, the instruction that names it. */
function dockerfile_images_imageOf(source, expanded, by) {
    const { span } = expanded.word;
    const fields = new FieldsBuilder(source, span, span).put('by', by).put('written', expanded.word.text).put('stage', false);
    if (!expanded.reason) {
        const image = parseImage(expanded.value);
        fields.put('reference', image.reference).put('valid', image.valid);
        for (const part of dockerfile_images_PARTS)
            fields.put(part, image[part]);
        return fields.done();
    }
    const unsettled = { value: undefined, reason: expanded.reason, origin: fields.origin };
    const tail = settledTail(expanded.word);
    fields.reading('reference', unsettled).put('valid', true);
    for (const part of ['registry', 'repository', 'name'])
        fields.reading(part, unsettled);
    for (const part of ['tag', 'digest']) {
        const value = tail?.[part];
        fields.reading(part, value === undefined ? unsettled : { value, reason: '', origin: fields.origin });
    }
    return fields.done();
}
// `$REGISTRY/app:1.2` has a tag, and `app:$TAG@sha256:…` a digest, whatever the variables hold.
function settledTail({ text }) {
    const at = text.lastIndexOf('@');
    if (at >= 0 && !text.slice(at).includes('$')) {
        const { valid, digest } = parseImage(`x${text.slice(at)}`);
        return valid ? { digest, tag: '' } : undefined;
    }
    const slash = text.lastIndexOf('/');
    const last = text.slice(slash + 1);
    if (slash < 0 || /[$"'}]/.test(last))
        return undefined;
    const { valid, tag, digest } = parseImage(last);
    return valid ? { tag, digest } : undefined;
}

;// CONCATENATED MODULE: ./src/subjects/dockerfile-stage.ts








/** A stage for expressions; see docs/guides/variables.md. */
function stageFields(stage, file, final, ends, fieldsOf) {
    const { source } = file;
    const { span, key } = stage.instruction;
    const end = stage.steps.at(-1)?.instruction.span.end ?? span.end;
    const fields = new FieldsBuilder(source, { start: span.start, end }, key);
    const { origin } = fields;
    const empty = { value: '', reason: '', origin };
    fields
        .put('index', BigInt(stage.index))
        .put('name', stage.name, stage.instruction.words[2]?.span)
        .put('written', stage.instruction.words[2]?.text ?? '')
        .put('keywordsAgree', keywordsAgree(stage.instruction))
        .put('platformWritten', stage.platform?.word.text ?? '')
        .put('platformVaries', /\$/.test(stage.platform?.word.text ?? ''))
        .put('final', final)
        .reading('base', readingOf(source, stage.base.word, stage.base))
        .lazy('undeclared', () => stage.undeclared.map((name) => ({ name, near: (0,errors/* nearest */.pA)(name, globalNames(file)) ?? '' })))
        .put('baseValid', stage.base.value === 'scratch' || parseImage(stage.base.value).valid)
        .put('parent', stage.parent?.name ?? '')
        .lazy('windows', () => isWindows(file, stage))
        .put('basedOnStage', stage.parent !== undefined)
        .reading('platform', stage.platform ? readingOf(source, stage.platform.word, stage.platform) : empty)
        .lazy('image', () => dockerfile_images_imageOf(source, bottom(stage).base, 'FROM'))
        .lazy('images', () => placedObjects(dockerfile_images_imagesOf(stage, source), origin))
        .lazy('instructions', () => placedObjects(stage.steps.map((step) => fieldsOf(step.instruction)), origin));
    fields.lazy('inherited', () => chain(stage).flatMap((one) => one.steps.map((step) => fieldsOf(step.instruction))));
    fields.lazy('commands', () => stage.steps.flatMap((step) => itemsAt(fieldsOf(step.instruction), 'commands')));
    dockerfile_stage_settingFields(stage, source, fields);
    endFields(stage, ends, fields, fieldsOf);
    return fields.done();
}
function dockerfile_stage_settingFields(stage, source, fields) {
    const empty = { value: '', reason: '', origin: fields.origin };
    const { user, workdir, shell } = stage.end;
    fields.reading('user', user ? settingReading(user, source) : empty);
    fields.reading('workdir', workdir ? settingReading(workdir, source) : empty);
    fields.lazy('shell', () => {
        if (!shell)
            return [];
        const words = shell.words.map((word) => readingOf(source, word, undefined));
        return placedList(words, originAt(source, shell.span, shell.key));
    });
}
const LAST = ['cmd', 'entrypoint', 'healthcheck', 'stopsignal'];
const dockerfile_stage_ALL = ['expose', 'label'];
/** The ends of every stage of a file: each takes over what its parent, which comes before it, ends with. */
function endsOf(stages) {
    const all = new Map();
    for (const stage of stages) {
        const ends = { ...(stage.parent && all.get(stage.parent)) };
        for (const { instruction } of stage.steps) {
            const name = LAST.find((one) => one === instruction.name);
            if (name)
                ends[name] = instruction;
        }
        all.set(stage, ends);
    }
    return all;
}
function endFields(stage, ends, fields, fieldsOf) {
    for (const name of LAST) {
        const found = ends[name];
        fields.lazy(name, () => (found ? [fieldsOf(found)] : []), found?.key);
    }
    for (const name of dockerfile_stage_ALL) {
        fields.lazy(name === 'expose' ? 'exposed' : 'labels', () => chain(stage).flatMap((one) => one.steps.filter((step) => step.instruction.name === name).map((step) => fieldsOf(step.instruction))));
    }
}
// BuildKit compares AS with a FROM that is of one case itself.
function keywordsAgree({ keyword, words }) {
    const as = words[1]?.text ?? '';
    if (keyword === keyword.toLowerCase())
        return as === as.toLowerCase();
    return keyword !== keyword.toUpperCase() || as === as.toUpperCase();
}
// What a FROM can name: ARGs before the first FROM, and what every build sets.
function globalNames(file) {
    const first = file.instructions.findIndex((one) => one.name === 'from');
    const declared = file.instructions.slice(0, Math.max(first, 0)).flatMap((one) => one.pairs.map((pair) => pair.name.text));
    return [...declared, ...PREDEFINED];
}
const PREDEFINED = ['BUILD', 'TARGET'].flatMap((side) => ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map((name) => side + name));
/** The stage and those it is built on, the first first. */
function chain(stage) {
    const all = [];
    for (let one = stage; one; one = one.parent)
        all.push(one);
    return all.reverse();
}
function bottom(stage) {
    let one = stage;
    while (one.parent)
        one = one.parent;
    return one;
}

;// CONCATENATED MODULE: ./src/subjects/dockerfile-whole.ts

/** Comments of their own lines; those inside an instruction belong to it. */
function commentsOf({ pieces, source }) {
    return pieces.flatMap(({ kind, span }) => {
        if (kind !== 'comment')
            return [];
        const line = source.text.slice(span.start, span.end);
        const text = line.replace(/^\s*#\s*/, '').trimEnd();
        const start = span.start + line.indexOf('#');
        return [
            new FieldsBuilder(source, { start, end: span.start + line.trimEnd().length }, { start, end: start + 1 }).put('text', text).done(),
        ];
    });
}
/** The instructions whose case is compared: those of stages. */
function cased({ stages }) {
    return stages.flatMap((stage) => [stage.instruction, ...stage.steps.map((step) => step.instruction)]);
}
/** The case that most instructions have; upper where it is even. */
function casingOf(instructions) {
    let lower = 0;
    for (const { keyword } of instructions)
        lower += keyword === keyword.toLowerCase() ? 1 : keyword === keyword.toUpperCase() ? -1 : 0;
    return lower > 0 ? 'lower' : 'upper';
}

;// CONCATENATED MODULE: ./src/subjects/dockerfile.ts










/** The subjects of Dockerfiles of one scope, in the order of the files; for `image` those of variant `build-stage`. */
function dockerfileSubjects(sources, scope) {
    const files = sources.dockerfiles.filter((file) => sources.isSubject(file.source.path));
    return files.flatMap((file) => viewOf(file, sources).subjects(scope));
}
// Rules of five scopes look at one file, and a command at its instruction, stage and file: all see the same objects.
const views = new WeakMap();
function viewOf(file, sources) {
    const known = views.get(file);
    if (known)
        return known;
    const made = new View(file, sources);
    views.set(file, made);
    return made;
}
class View {
    fields;
    #file;
    #sources;
    #patterns;
    #steps = new Map();
    #stageOf = new Map();
    #shipped;
    #ends;
    #places = new Map();
    #made = new Map();
    #stages = new Map();
    constructor(file, sources) {
        this.#file = file;
        this.#sources = sources;
        for (const stage of file.stages) {
            this.#stageOf.set(stage.instruction, stage);
            for (const step of stage.steps) {
                this.#steps.set(step.instruction, step);
                this.#stageOf.set(step.instruction, stage);
            }
        }
        const last = file.stages.at(-1);
        this.#shipped = new Set(last ? chain(last) : []);
        for (const [index, one] of file.instructions.entries())
            this.#places.set(one, index);
        this.#ends = endsOf(file.stages);
        this.fields = this.#whole();
    }
    subjects(scope) {
        switch (scope) {
            case 'dockerfile':
                return [this.#subject(scope, this.fields, {}, this.#file.source.path)];
            case 'build-stage':
                return this.#file.stages.map((stage) => this.#subject(scope, this.#stage(stage), this.#around(stage), stageLabel(stage)));
            case 'image':
                return this.#file.stages.flatMap((stage) => itemsAt(this.#stage(stage), 'images').map((image) => this.#subject(scope, image, { ...this.#around(stage), image }, `image ${textAt(image, 'written') ?? ''} of ${stageLabel(stage)}`)));
            case 'instruction':
                return this.#instructions().map(({ one, fields, stage }) => this.#subject(scope, fields, this.#instructionVariables(one, fields, stage), one.name.toUpperCase()));
            case 'command':
                return this.#instructions().flatMap(({ one, fields, stage }) => this.#commands(one, fields, stage));
        }
    }
    #commands(one, fields, stage) {
        return itemsAt(fields, 'commands').flatMap((command) => {
            const name = textAt(command, 'name');
            // What nobody can name is no subject: a rule about curl is about curl.
            if (!name)
                return [];
            const variables = Object.assign(this.#instructionVariables(one, fields, stage), { command });
            return [this.#subject('command', command, variables, `${one.name.toUpperCase()} ${name}`)];
        });
    }
    // An ONBUILD is a subject, and so is the instruction that it triggers.
    #instructions() {
        return this.#file.instructions.flatMap((one) => {
            const stage = this.#stageOf.get(one);
            const own = { one, fields: this.#instruction(one), stage };
            if (!one.trigger)
                return [own];
            return [own, { one: one.trigger, fields: this.#instruction(one.trigger, one), stage }];
        });
    }
    #instruction(one, onbuild) {
        const known = this.#made.get(one);
        if (known)
            return known;
        const parent = onbuild && this.#steps.get(onbuild);
        const step = parent ? { ...parent, instruction: one, expanded: new Map(), from: [], undeclared: [] } : this.#steps.get(one);
        const final = step !== undefined && this.#shipped.has(step.stage);
        const made = instructionFields(one, {
            dockerfile: this.#file,
            step,
            final,
            onbuild: onbuild !== undefined,
            ignore: () => this.#ignore(),
            index: this.#places.get(onbuild ?? one) ?? -1,
        });
        this.#made.set(one, made);
        return made;
    }
    #ignore() {
        this.#patterns ??= ignorePatterns(this.#file, this.#sources).map((one) => textAt(one, 'text') ?? '');
        return this.#patterns;
    }
    #stage(stage) {
        const known = this.#stages.get(stage);
        if (known)
            return known;
        const final = stage === this.#file.stages.at(-1);
        const made = stageFields(stage, this.#file, final, this.#ends.get(stage) ?? {}, (one) => this.#instruction(one));
        this.#stages.set(stage, made);
        return made;
    }
    #around(stage) {
        return { dockerfile: this.fields, stage: stage ? this.#stage(stage) : NO_STAGE };
    }
    #instructionVariables(one, fields, stage) {
        const variables = { ...this.#around(stage), instruction: fields };
        const file = this.#file;
        const step = this.#steps.get(one);
        const final = step !== undefined && this.#shipped.has(step.stage);
        return Object.defineProperty(variables, 'secrets', {
            enumerable: true,
            configurable: true,
            get: () => dockerfile_secrets_secretsOf(one, fields, { file, step, final }),
        });
    }
    #whole() {
        const { source, stages, directives, faults } = this.#file;
        const whole = { start: 0, end: source.text.length };
        const first = this.#file.instructions[0]?.key ?? { start: 0, end: 0 };
        const fields = new FieldsBuilder(source, whole, first);
        const { origin } = fields;
        const last = stages.at(-1);
        return fields
            .put('path', source.path)
            .put('escape', this.#file.escape)
            .lazy('stages', () => placedObjects(stages.map((stage) => this.#stage(stage)), origin))
            .lazy('final', () => (last ? [this.#stage(last)] : []), last?.instruction.key)
            .lazy('instructions', () => placedObjects(this.#file.instructions.map((one) => this.#instruction(one)), origin))
            .put('casing', casingOf(cased(this.#file)))
            .lazy('cased', () => placedObjects(cased(this.#file).map((one) => this.#instruction(one)), origin))
            .lazy('ignore', () => ignorePatterns(this.#file, this.#sources))
            .lazy('comments', () => commentsOf(this.#file))
            .lazy('directives', () => directives.map((one) => withOrigin({ name: one.name, value: one.value }, originAt(source, one.span))))
            .lazy('faults', () => faults.map((fault) => faultFields(source, fault)))
            .done();
    }
    #subject(scope, value, variables, label) {
        return {
            scope,
            origin: originOf(value),
            file: this.#file.source.path,
            resource: undefined,
            container: undefined,
            workload: undefined,
            label,
            value,
            variables: scope === 'dockerfile' ? { dockerfile: value } : variables,
            variant: scope === 'image' ? 'build-stage' : scope,
            group: undefined,
        };
    }
}
/** What an ARG before the first FROM belongs to. */
const NO_STAGE = {
    index: -1n,
    name: '',
    final: false,
    base: '',
    parent: '',
    basedOnStage: false,
    platform: '',
    images: [],
    instructions: [],
    user: '',
    workdir: '',
    shell: [],
};
function stageLabel(stage) {
    return stage.name ? `stage ${stage.name}` : `stage ${stage.index}`;
}

;// CONCATENATED MODULE: ./src/subjects/kustomization-images.ts



/** What `images` of kustomizations put in place of the images that manifests name. */
function kustomizationImageSubjects(sources) {
    const documents = sources.documents.filter(({ kind, source }) => kind === 'kustomization' && sources.isSubject(source.path));
    return documents.flatMap((document) => mappingsAt(document.value, 'images').flatMap((entry) => imageSubject(document, entry)));
}
function imageSubject(document, entry) {
    const replaced = ['newTag', 'digest', 'newName'].find((key) => subjects_values_member(entry, key) !== undefined);
    const origin = replaced === undefined ? undefined : originOf(entry)?.child(replaced);
    const name = scalarAt(entry, 'newName') ?? scalarAt(entry, 'name');
    if (!origin || name === undefined)
        return [];
    const image = withOrigin(replacement(name, entry, origin), leaf(origin));
    return [
        {
            scope: 'image',
            origin,
            file: document.source.path,
            resource: undefined,
            container: undefined,
            workload: undefined,
            label: `image ${name} of the kustomization`,
            value: image,
            variables: { image },
            variant: 'kustomization',
            group: undefined,
        },
    ];
}
function replacement(name, entry, origin) {
    const tag = scalarAt(entry, 'newTag');
    const digest = scalarAt(entry, 'digest');
    const image = parseImage(`${name}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`);
    if (tag ?? digest)
        return { ...image, stage: false };
    const { reference, registry, repository, valid } = image;
    const unsettled = new Unsettled('depends on the tag in the manifests that the kustomization changes', origin);
    return throwing(unsettled, { reference, registry, repository, name: image.name, valid, stage: false }, ['tag', 'digest']);
}
// A tag such as 1.27 without quotes is a number; kustomize takes the text.
function scalarAt(entry, key) {
    const value = subjects_values_member(entry, key);
    return ['string', 'number', 'bigint'].includes(typeof value) ? String(value) : undefined;
}

;// CONCATENATED MODULE: ./src/subjects/namespace-subjects.ts



/** Each namespace that is declared, or that a workload is put into. It stands where it is declared, else at its first workload. */
function namespaceSubjects(cluster) {
    const declared = cluster.subjects.filter((resource) => resource.kind === 'Namespace' && resource.group === '');
    const found = new Map();
    for (const resource of declared)
        if (!found.has(resource.name))
            found.set(resource.name, resource);
    for (const pod of cluster.subjectPods) {
        for (const name of cluster.indexes.realms.of(pod.resource).namespaces)
            if (!found.has(name))
                found.set(name, pod.resource);
    }
    const objects = new Set(declared);
    return [...found].map(([name, resource]) => namespaceSubject(cluster, name, resource, objects.has(resource)));
}
function namespaceSubject(cluster, name, resource, isDeclared) {
    // A chart's objects go where its release goes; realms call that by the chart's folder.
    const isRelease = name.endsWith('/');
    const metadata = resource.origin.child('metadata');
    const place = (isDeclared ? undefined : metadata?.child('namespace')) ?? metadata?.child('name') ?? resource.origin;
    let related;
    return {
        scope: 'namespace',
        origin: place,
        file: resource.source.path,
        resource: isDeclared ? resourceNameOf(resource) : { apiVersion: 'v1', kind: 'Namespace', namespace: '', name: isRelease ? '' : name },
        container: undefined,
        workload: undefined,
        label: isRelease ? `namespace of the release of ${name.slice(0, -1)}` : `namespace ${name}`,
        value: resource.object,
        variables: {
            namespace: namespaceVariable(isRelease ? undefined : name, isDeclared ? resource : undefined, place),
            get related() {
                related ??= relatedToNamespace(cluster.indexes, { namespaces: [name], home: name, name: isRelease ? undefined : name });
                return related;
            },
        },
        variant: 'Namespace',
        group: '',
    };
}
function namespaceVariable(name, declared, place) {
    const namespace = { declared: declared !== undefined, ...(declared ? { object: declared.object } : {}) };
    const unsettled = new Unsettled('depends on the namespace of the release', place);
    const get = () => {
        if (name === undefined)
            throw unsettled;
        return name;
    };
    Object.defineProperty(namespace, 'name', { enumerable: true, get });
    const child = (key) => (key === 'name' ? place : undefined);
    return withOrigin(namespace, { source: place.source, span: place.span, key: place.key, child });
}

;// CONCATENATED MODULE: ./src/subjects/stored-secrets.ts



/** Keys of Secrets that hold what everybody may know. */
const PUBLIC = new Set(['ca.crt', 'tls.crt', 'ca-bundle.crt', 'ca.pem', 'ssh-publickey', 'cert.pem', 'namespace']);
/** Encrypted by SOPS, or filled in by Argo CD's vault plugin, vals, or whatever substitutes variables. */
const stored_secrets_REFERENCE = /^(?:ENC\[|<path:|<[A-Za-z][^<>]{0,200}>$|(?:secret)?ref\+|\$[({][^)}]{1,200}[)}]$|\$[A-Za-z_]\w{0,100}$|vault:|%%|@@)/;
const stored_secrets_PLACEHOLDER = /^(?:change[-_ ]?(?:me|it|this)|changeit|example|todo|tbd|x{3,}|\*{3,}|\.{3,}|<[^<>]*>|your[-_ ].{0,60}|replace[-_ ]?(?:me|this)|placeholder|dummy|foo|bar|test)$/i;
/** The literal values of a Secret, unless it is encrypted as a whole: base64 hides nothing. */
function storedSecrets(secret) {
    if (subjects_values_member(secret, 'sops') !== undefined)
        return [];
    return ['data', 'stringData'].flatMap((section) => {
        const data = mappingAt(secret, section);
        const keys = data ? keysOf(data) : [];
        if (!data || keys instanceof Unsettled)
            return [];
        return keys.map((key) => stored_secrets_entry(data, key, section === 'data'));
    });
}
function stored_secrets_entry(data, key, isEncoded) {
    const value = subjects_values_member(data, key);
    if (value instanceof Unsettled)
        return value;
    if (typeof value !== 'string' || value.trim() === '' || PUBLIC.has(key))
        return undefined;
    const text = isEncoded ? decoded(value) : value.trim();
    if (stored_secrets_REFERENCE.test(value.trim()) || stored_secrets_REFERENCE.test(text) || isPublic(text))
        return undefined;
    return placed({ name: key, kind: 'secret value', masked: MASK, placeholder: stored_secrets_PLACEHOLDER.test(text) }, data, key);
}
function decoded(value) {
    return Buffer.from(value.slice(0, 4096), 'base64').toString('utf8').trim();
}
// A bundle may hold a certificate and its key; only what holds no key is public.
function isPublic(text) {
    return /^-----BEGIN (?:CERTIFICATE|PUBLIC KEY|TRUSTED CERTIFICATE)-----/.test(text) && !text.includes('PRIVATE KEY');
}

;// CONCATENATED MODULE: ./src/subjects/credentials.ts





/** A list for expressions: literal credentials, each where its value stands; one that the files do not settle throws when it is read. */
function environmentSecrets(container) {
    const found = mappingsAt(container, 'env').map((env) => {
        const name = textAt(env, 'name') ?? '';
        return secretAt(env, 'value', name, (text) => detectSecret(name, text));
    });
    return asList(found);
}
function objectSecrets(resource) {
    if (resource.group !== '')
        return [];
    if (resource.kind === 'Secret')
        return asList(storedSecrets(resource.object));
    if (resource.kind !== 'ConfigMap')
        return [];
    const data = mappingAt(resource.object, 'data');
    const keys = data ? keysOf(data) : [];
    if (!data || keys instanceof Unsettled)
        return [];
    return asList(keys.map((name) => secretAt(data, name, name, (text) => configSecret(name, text))));
}
// A file in a ConfigMap holds settings of its own; a single line is a value of its key.
function configSecret(name, text) {
    const single = text.includes('\n') || /^\s*[{[]/.test(text) ? undefined : detectSecret(name, text);
    return single ?? findSecrets(text)[0];
}
function secretAt(holder, key, name, detect) {
    const value = subjects_values_member(holder, key);
    if (value instanceof Unsettled)
        return isCredentialName(name) ? value : undefined;
    const found = typeof value === 'string' ? detect(value) : undefined;
    return found && placed({ name, kind: found.kind, masked: found.masked }, holder, key);
}
function asList(found) {
    const list = [];
    for (const item of found) {
        if (item instanceof Unsettled) {
            Object.defineProperty(list, list.length, {
                enumerable: true,
                get: () => {
                    throw item;
                },
            });
        }
        else if (item)
            list.push(item);
    }
    return list;
}

;// CONCATENATED MODULE: ./src/subjects/effective.ts


/** Settings that a container takes from its pod unless it has its own; the kubelet's DetermineEffectiveSecurityContext lists them. */
const INHERITED = ['runAsNonRoot', 'runAsUser', 'runAsGroup', 'seccompProfile', 'seLinuxOptions', 'appArmorProfile'];
const WINDOWS = ['gmsaCredentialSpecName', 'gmsaCredentialSpec', 'runAsUserName', 'hostProcess'];
/** What holds for a container, each setting with the place that decided it; its own place is the container's. */
function effectiveOf(pod, container) {
    const effective = {};
    const origins = new Map();
    const own = values_at(container, 'securityContext');
    const shared = values_at(pod, 'securityContext');
    for (const name of INHERITED)
        effective_settle(effective, origins, name, own, shared);
    settleWindows(effective, origins, own, shared);
    const origin = originOf(own) ?? originOf(container);
    if (!origin)
        return effective;
    return withOrigin(effective, {
        source: origin.source,
        span: origin.span,
        key: origin.key,
        anchor: origin.anchor,
        child: childOf(origin, origins),
    });
}
// For a container without a securityContext `name` is where findings about it stand.
function childOf(origin, origins) {
    return (key) => origins.get(key) ?? (key === 'name' ? origin.child(key) : undefined);
}
function effective_settle(to, origins, name, own, shared) {
    const mine = own instanceof Unsettled ? own : subjects_values_member(own, name);
    const holder = mine === undefined ? shared : own;
    const value = mine ?? (shared instanceof Unsettled ? shared : subjects_values_member(shared, name));
    if (value === undefined)
        return;
    const origin = originOf(holder)?.child(name) ?? originOf(value);
    if (origin)
        origins.set(name, origin);
    effective_define(to, name, value);
}
function effective_define(to, name, value) {
    if (!(value instanceof Unsettled))
        to[name] = value;
    else
        Object.defineProperty(to, name, {
            enumerable: true,
            get: () => {
                throw value;
            },
        });
}
// Unlike the others these are merged field by field.
function settleWindows(to, origins, own, shared) {
    const mine = mappingAt(own, 'windowsOptions');
    const theirs = mappingAt(shared, 'windowsOptions');
    const origin = originOf(mine);
    if (!mine || !theirs || !origin) {
        effective_settle(to, origins, 'windowsOptions', own, shared);
        return;
    }
    const merged = {};
    const places = new Map();
    for (const name of WINDOWS)
        effective_settle(merged, places, name, mine, theirs);
    to.windowsOptions = withOrigin(merged, { source: origin.source, span: origin.span, key: origin.key, child: (key) => places.get(key) });
    origins.set('windowsOptions', origin);
}

;// CONCATENATED MODULE: ./src/subjects/pod-variables.ts



/** What expressions see of a pod. Getters of a class, since there is an object for each of a hundred thousand subjects. */
class PodVariables {
    pod;
    cluster;
    #pod;
    constructor(cluster, pod) {
        this.cluster = cluster;
        this.#pod = pod;
        this.pod = pod.spec;
    }
    get object() {
        return this.#pod.resource.object;
    }
    get podMetadata() {
        return this.#pod.metadata;
    }
    get namespaceObject() {
        return this.cluster.namespaceObject(this.#pod.resource);
    }
    get related() {
        return this.cluster.relatedToPod(this.#pod);
    }
}
class VolumeVariables extends PodVariables {
    volume;
    constructor(cluster, pod, volume) {
        super(cluster, pod);
        this.volume = volume;
    }
}
class ImageVariables extends PodVariables {
    image;
    constructor(cluster, pod, image) {
        super(cluster, pod);
        this.image = image;
    }
}
class ContainerVariables extends PodVariables {
    container;
    containerType;
    #effective;
    #secrets;
    #image;
    constructor(cluster, pod, container, containerType) {
        super(cluster, pod);
        this.container = container;
        this.containerType = containerType;
    }
    get effective() {
        this.#effective ??= effectiveOf(this.pod, this.container);
        return this.#effective;
    }
    get secrets() {
        this.#secrets ??= environmentSecrets(this.container);
        return this.#secrets;
    }
    get image() {
        this.#image ??= imageAt(this.container, 'image', this.cluster.imageReplacements) ?? {};
        return this.#image;
    }
}

;// CONCATENATED MODULE: ./src/subjects/pod-subjects.ts




function podSubject(cluster, pod) {
    return new PodSubject(pod, 'pod', pod.spec, new PodVariables(cluster, pod), 'pod');
}
function containerSubjects(cluster, pod) {
    const containers = pod.containers();
    const unsettled = containers.length === 0 ? pod.unsettledContainers() : undefined;
    if (unsettled)
        return [unsettledContainer(cluster, pod, unsettled)];
    return containers.map((container) => {
        const variables = new ContainerVariables(cluster, pod, container.value, container.type);
        return new PodSubject(pod, 'container', container.value, variables, pod_subjects_nameOf(container), container.name);
    });
}
function volumeSubjects(cluster, pod) {
    return mappingsAt(pod.spec, 'volumes').map((volume) => {
        return new PodSubject(pod, 'volume', volume, new VolumeVariables(cluster, pod, volume), `volume ${textAt(volume, 'name') ?? ''}`);
    });
}
/** Images of containers and of image volumes. */
function podImageSubjects(cluster, pod) {
    const subjects = [];
    const add = (holder, key, name, container) => {
        const image = imageAt(holder, key, cluster.imageReplacements);
        if (image)
            subjects.push(new PodSubject(pod, 'image', image, new ImageVariables(cluster, pod, image), name, container));
    };
    for (const container of pod.containers())
        add(container.value, 'image', `image of ${pod_subjects_nameOf(container)}`, container.name);
    for (const volume of mappingsAt(pod.spec, 'volumes')) {
        const source = mappingAt(volume, 'image');
        if (source)
            add(source, 'reference', `image of volume ${textAt(volume, 'name') ?? ''}`);
    }
    return subjects;
}
function pod_subjects_nameOf({ type, name }) {
    return type === 'container' ? `container ${name}` : `${type} container ${name}`;
}
// A template writes the whole list: one subject, whose container nobody knows.
function unsettledContainer(cluster, pod, unsettled) {
    const value = withOrigin({}, originOf(pod.spec)?.child('containers') ?? pod.origin);
    const variables = new ContainerVariables(cluster, pod, value, 'container');
    const get = () => {
        throw unsettled;
    };
    return new PodSubject(pod, 'container', value, Object.defineProperty(variables, 'container', { get }), 'containers');
}
class PodSubject {
    scope;
    value;
    variables;
    container;
    #pod;
    #name;
    constructor(pod, scope, value, variables, name, container) {
        this.scope = scope;
        this.value = value;
        this.variables = variables;
        this.container = container;
        this.#pod = pod;
        this.#name = name;
    }
    get origin() {
        return originOf(this.value) ?? this.#pod.origin;
    }
    get file() {
        return this.#pod.resource.source.path;
    }
    get resource() {
        return this.#pod.resourceName;
    }
    get workload() {
        return this.#pod.label;
    }
    get label() {
        return `${this.#name} of ${this.#pod.label}`;
    }
    get variant() {
        return this.scope === 'image' ? 'pod' : this.#pod.resource.kind;
    }
    get group() {
        return this.#pod.resource.group;
    }
}

;// CONCATENATED MODULE: ./src/model/ci.ts
/** In place of a word that only the running pipeline knows. */
const OPAQUE = '$?';

;// CONCATENATED MODULE: ./src/source/ci-make.ts

const ci_make_DEEPEST = 6;
const MOST_FILES = 60;
const MOST_TARGETS = 200;
const BIGGEST = 1024 * 1024;
/** `make -C DIR -f FILE TARGET…`: the recipes of the targets and of what they need. */
function makeCalls(words, folder, sources) {
    const { directory, file, targets } = ci_make_optionsOf(words);
    const at = directory === undefined ? folder : external_node_path_.posix.normalize(external_node_path_.posix.join(folder, directory));
    const names = file === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [file];
    const path = names.map((name) => external_node_path_.posix.normalize(external_node_path_.posix.join(at, name))).find((name) => !name.startsWith('..') && sources.has(name));
    const source = path === undefined ? undefined : sources.sourceOf(path);
    if (!source)
        return [];
    const makefile = readMakefile(source, at, sources);
    const wanted = targets.length > 0 ? targets : makefile.first === undefined ? [] : [makefile.first];
    return wanted.map((target) => ({ how: `make ${target}`, key: `${source.path} ${target}`, scripts: scriptsOf(makefile, target, at) }));
}
function ci_make_optionsOf(words) {
    const found = { directory: undefined, file: undefined, targets: [] };
    for (let at = 0; at < words.length; at++) {
        const word = words[at] ?? '';
        const match = /^(?:-(C|f)(.*)|--(directory|file|makefile)(?:=(.*))?)$/s.exec(word);
        if (match) {
            const value = match[2] || match[4] || words[++at];
            if (match[1] === 'C' || match[3] === 'directory')
                found.directory = value;
            else
                found.file = value;
        }
        else if (!word.startsWith('-') && !word.includes('=') && !word.includes('$'))
            found.targets.push(word);
    }
    return found;
}
function scriptsOf(makefile, target, folder) {
    const scripts = [];
    const seen = new Set();
    const visit = (name, depth) => {
        if (seen.has(name) || seen.size > MOST_TARGETS || depth > ci_make_DEEPEST)
            return;
        seen.add(name);
        for (const recipe of makefile.recipes.get(name) ?? []) {
            for (const needed of recipe.prerequisites)
                visit(needed, depth + 1);
            scripts.push(ci_make_scriptOf(recipe, folder));
        }
    };
    visit(target, 0);
    return scripts.filter((script) => script.text !== '');
}
function ci_make_scriptOf(recipe, folder) {
    const parts = [];
    let text = '';
    for (const line of recipe.lines) {
        const prefix = /^[\t @+-]*/.exec(line.text)?.[0].length ?? 0;
        parts.push({ from: text.length, start: line.start + prefix });
        // make goes on after a failure of what has a dash.
        text += `${ci_make_shell(line.text.slice(prefix))}${line.text.slice(0, prefix).includes('-') ? ' || true' : ''}\n`;
    }
    const at = (offset) => {
        const part = parts.findLast((one) => one.from <= offset) ?? { from: 0, start: 0 };
        return part.start + (offset - part.from);
    };
    return { text, at, source: recipe.source, folder };
}
// Each replacement is as long as what it replaces, so that places hold: `$(NAME)` is a variable in a Makefile, `$$` a dollar.
function ci_make_shell(line) {
    return line
        .replace(/\$\$/g, ' $')
        .replace(/\$\((\w+)\)/g, (_, name) => `\${${name}}`)
        .replace(/\$\([^()]{0,500}(?:\([^()]{0,500}\)[^()]{0,500}){0,5}\)/g, (call) => '$'.padEnd(call.length, '_'));
}
const RULE = /^([^\s#:=][^:=#]{0,2000})::?(?!=)([^=;#]*)(?:;(.*))?(?:#.*)?$/;
function readMakefile(source, folder, sources) {
    const recipes = new Map();
    let first;
    for (const part of withIncludes(source, folder, sources)) {
        for (const { targets, recipe } of rulesOf(part)) {
            for (const target of targets) {
                recipes.set(target, [...(recipes.get(target) ?? []), recipe]);
                if (!target.startsWith('.') && !target.includes('%'))
                    first ??= target;
            }
        }
        first = /^\.DEFAULT_GOAL[ \t]*:?=[ \t]*(\S+)/m.exec(part.text)?.[1] ?? first;
    }
    return { first, recipes };
}
function withIncludes(source, folder, sources) {
    const found = [source];
    for (let at = 0; at < found.length && found.length < MOST_FILES; at++) {
        for (const [, names = ''] of found[at]?.text.matchAll(/^-?s?include[ \t]+([^\n#]+)/gm) ?? []) {
            for (const name of names.trim().split(/\s+/))
                found.push(...included(name, folder, sources).filter((file) => !found.includes(file)));
        }
    }
    return found;
}
function included(name, folder, sources) {
    const bare = name.replace(/^\$[({]\w+[)}]\//, '');
    if (bare.includes('$'))
        return [];
    const path = external_node_path_.posix.normalize(external_node_path_.posix.join(folder, bare));
    if (!path.includes('*'))
        return sourcesOf([path], sources);
    const pattern = new RegExp(`^${path.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replace(/\*+/g, '[^/]*')}$`);
    return sourcesOf(sources.files.filter((file) => pattern.test(file)).slice(0, MOST_FILES), sources);
}
function sourcesOf(paths, sources) {
    return paths.flatMap((path) => (sources.has(path) ? (sources.sourceOf(path) ?? []) : []));
}
function rulesOf(source) {
    const rules = [];
    let start = 0;
    for (const line of source.text.slice(0, BIGGEST).split('\n')) {
        const last = rules.at(-1);
        if (line.startsWith('\t'))
            last?.recipe.lines.push({ text: line, start });
        else if (line.length < 4096) {
            const match = RULE.exec(line);
            if (match) {
                const lines = match[3]?.trim() ? [{ text: match[3], start: start + line.length - match[3].length }] : [];
                rules.push({
                    targets: (match[1] ?? '').trim().split(/\s+/),
                    recipe: { prerequisites: (match[2] ?? '').split(/[\s|]+/).filter(Boolean), lines, source },
                });
            }
        }
        start += line.length + 1;
    }
    return rules;
}

;// CONCATENATED MODULE: ./src/source/ci-script.ts



/** The folder of a path, joined to the one that a script runs in; undefined where it leaves the root. */
function ci_script_within(folder, path) {
    const joined = external_node_path_.posix.normalize(external_node_path_.posix.join(folder, path)).replace(/\/$/, '');
    return joined.startsWith('..') || path.startsWith('/') ? undefined : joined;
}
/** A block of YAML as a script: a block scalar's lines stand deeper in the file than in the text. */
function ci_script_scriptOf(holder, key, folder) {
    const value = values_text(holder, key);
    const origin = originOf(holder)?.child(key);
    if (value === undefined || !origin)
        return undefined;
    return { text: value, at: offsets(value, origin), source: origin.source, folder };
}
// Folded and quoted scalars have other lines than the file: looking for each of them would take its square.
const FEW = 20;
/** Maps offsets of a scalar's text to the file by looking for each line in turn: exact for block scalars and plain ones. */
function offsets(value, origin) {
    const { source, span } = origin;
    const starts = [];
    let at = span.start;
    let from = 0;
    let misses = 0;
    for (const line of value.split('\n')) {
        const found = line.trim() === '' || misses > FEW ? -1 : source.text.indexOf(line, at);
        if (found < 0 && line.trim() !== '')
            misses++;
        if (found >= 0 && found < span.end) {
            starts.push({ from, at: found });
            at = found + line.length;
        }
        from += line.length + 1;
    }
    return (offset) => {
        const start = starts.findLast((one) => one.from <= offset) ?? { from: offset, at: span.start };
        return Math.min(start.at + (offset - start.from), span.end);
    };
}

;// CONCATENATED MODULE: ./src/source/ci-scripts.ts




function fileIn(folder, names, sources) {
    const path = names.map((name) => external_node_path_.posix.normalize(external_node_path_.posix.join(folder, name))).find((name) => !name.startsWith('..') && sources.has(name));
    return path === undefined ? undefined : sources.sourceOf(path);
}
/** The value of a YAML file's first document. */
function documentIn(source) {
    return source && parseYaml(source, { templated: false, schema: 'core' }).documents[0]?.value;
}
/** Words of npm and its like that run no script of package.json. */
const ci_scripts_OWN = /^(?:install|ci|i|add|remove|publish|pack|version|login|exec|dlx|x|audit|cache|config|init|link|why|up|upgrade|dedupe|set|workspaces?)$/;
function packageCalls(tool, operands, folder, sources) {
    const runs = operands[0] === 'run' || operands[0] === 'run-script';
    const name = operands[0] === 'test' || operands[0] === 't' ? 'test' : runs ? operands[1] : tool === 'npm' ? undefined : operands[0];
    const source = name === undefined || (!runs && ci_scripts_OWN.test(name)) ? undefined : fileIn(folder, ['package.json'], sources);
    if (!source || name === undefined)
        return [];
    return ['pre', '', 'post']
        .flatMap((prefix) => packageScript(source, `${prefix}${name}`, folder))
        .map((script) => {
        return { how: `${tool} run ${name}`, key: `${source.path} ${script.text}`, scripts: [script] };
    });
}
function packageScript(source, name, folder) {
    const scripts = jsonOf(source)?.scripts;
    const script = typeof scripts === 'object' && scripts !== null && Object.hasOwn(scripts, name) ? scripts[name] : undefined;
    if (typeof script !== 'string')
        return [];
    const key = source.text.indexOf(JSON.stringify(name), source.text.indexOf('"scripts"'));
    return [{ text: script, at: () => Math.max(key, 0), source, folder }];
}
function jsonOf(source) {
    try {
        const value = JSON.parse(source.text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const ci_scripts_DEEPEST = 6;
function taskCalls(operands, folder, sources) {
    const source = fileIn(folder, ['Taskfile.yml', 'Taskfile.yaml', 'taskfile.yml', 'taskfile.yaml', 'Taskfile.dist.yml'], sources);
    const value = documentIn(source);
    const tasks = operands.length > 0 ? operands : ['default'];
    return tasks.map((task) => ({ how: `task ${task}`, key: `${source?.path} ${task}`, scripts: taskScripts(value, task, folder, 0) }));
}
function taskScripts(file, task, folder, depth) {
    const found = values_member(file, 'tasks', task);
    if (found === undefined || depth > ci_scripts_DEEPEST)
        return [];
    const commands = Array.isArray(found) ? found : values_member(found, 'cmds');
    const scripts = scriptList(commands, folder);
    const one = ci_script_scriptOf(found, 'cmd', folder) ?? ci_script_scriptOf(values_member(file, 'tasks'), task, folder);
    const called = [...items(found, 'deps'), ...items(commands)].flatMap((item) => typeof item === 'string' ? [] : (values_text(item, 'task') ?? []));
    const deps = items(found, 'deps').filter((item) => typeof item === 'string');
    return [...(one ? [one] : []), ...scripts, ...[...called, ...deps].flatMap((name) => taskScripts(file, name, folder, depth + 1))].map(untemplated);
}
function scriptList(commands, folder) {
    return items(commands).flatMap((item, index) => {
        if (typeof item !== 'string')
            return ci_script_scriptOf(item, 'cmd', folder) ?? [];
        const place = values_placeOf(commands, index);
        return place ? [{ text: item, at: () => place.span.start, source: place.source, folder }] : [];
    });
}
// `{{.IMAGE}}` is one word that nobody knows; the text keeps its length.
function untemplated(script) {
    return { ...script, text: script.text.replace(/\{\{[^{}]{0,500}\}\}/g, (expression) => '$'.padEnd(expression.length, '_')) };
}
function justCalls(operands, folder, sources) {
    const source = fileIn(folder, ['justfile', 'Justfile', '.justfile'], sources);
    if (!source)
        return [];
    const recipes = justRecipes(source, folder);
    const wanted = operands.length > 0 ? operands : [...recipes.keys()].slice(0, 1);
    return wanted.flatMap((name) => {
        const seen = new Set();
        const visit = (one) => {
            const recipe = seen.size < 100 && !seen.has(one) ? recipes.get(one) : undefined;
            seen.add(one);
            return recipe ? [...recipe.needs.flatMap(visit), recipe.script] : [];
        };
        const scripts = visit(name);
        return scripts.length > 0 ? [{ how: `just ${name}`, key: `${source.path} ${name}`, scripts }] : [];
    });
}
const ci_scripts_BIGGEST = 256 * 1024;
const RECIPE = /^@?([A-Za-z_][\w-]{0,100})([^\n:=]{0,500}):(?!=)([^\n]*)\n((?:[ \t]+[^\n]*(?:\n|$)|\n(?=[ \t]))*)/gm;
function justRecipes(source, folder) {
    const recipes = new Map();
    for (const match of source.text.slice(0, ci_scripts_BIGGEST).matchAll(RECIPE)) {
        const [whole, name = '', , needs = '', body = ''] = match;
        const start = match.index + whole.length - body.length;
        const bare = body.replace(/^([ \t]+)([@-]*)/gm, (prefix) => ' '.repeat(prefix.length));
        recipes.set(name, {
            needs: needs.match(/[A-Za-z_][\w-]*/g) ?? [],
            script: untemplated({ text: bare, at: (offset) => start + offset, source, folder }),
        });
    }
    return recipes;
}
/** The hooks of .pre-commit-config.yaml by their ids. */
function preCommitHooks(folder, sources) {
    const value = documentIn(fileIn(folder, ['.pre-commit-config.yaml', '.pre-commit-config.yml'], sources));
    return items(value, 'repos').flatMap((repo) => items(repo, 'hooks').flatMap((hook) => {
        const name = values_text(hook, 'id');
        const words = items(hook, 'args').filter((word) => typeof word === 'string');
        return name === undefined ? [] : [{ name, arguments: words, origin: values_placeOf(hook, 'id') }];
    }));
}
function preCommitTools(folder, sources) {
    const tools = preCommitHooks(folder, sources);
    return tools.length > 0 ? [{ how: 'pre-commit run', key: `${folder} pre-commit`, scripts: [], tools }] : [];
}

;// CONCATENATED MODULE: ./src/source/ci-calls.ts




/** What a command runs besides itself: a script of the repository, a target, a container, a Go or npm package. */
function calledBy(command, folder, sources) {
    const { name } = command;
    const words = command.arguments;
    if (/^(?:make|gmake)$/.test(name))
        return makeCalls(words, folder, sources);
    if (/^(?:npm|yarn|pnpm|bun)$/.test(name))
        return [...packageCalls(name, command.operands, folder, sources), ...tools(name, packaged(words))];
    if (name === 'task' || name === 'go-task')
        return taskCalls(command.operands, folder, sources);
    if (name === 'just')
        return justCalls(command.operands, folder, sources);
    if (/^(?:pre-commit|prek)$/.test(name) && words.includes('run'))
        return preCommitTools(folder, sources);
    if (/^(?:docker|podman|nerdctl)$/.test(name))
        return tools(`${name} run`, contained(words));
    if (name === 'go')
        return tools('go run', words[0] === 'run' ? packaged(words.slice(1)) : undefined);
    if (/^(?:npx|bunx|uvx|pipx|uv|poetry|pipenv|hatch|rye|mise|aqua|devbox|asdf)$/.test(name))
        return tools(name, packaged(words));
    return shellScript(command, folder, sources);
}
function tools(how, words) {
    const [first, ...rest] = words ?? [];
    if (first === undefined)
        return [];
    const tool = { name: toolName(first), arguments: rest, origin: undefined };
    return [{ how, key: `${how} ${words?.join(' ')}`, scripts: [], tools: [tool] }];
}
/** `aquasec/trivy:0.50` → `trivy`; `github.com/yannh/kubeconform/cmd/kubeconform@v0.6` → `kubeconform`; `@scope/tool@1` → `tool`. */
function toolName(reference) {
    const bare = reference.replace(/(?<=.)@.*$/, '').replace(/\/v\d+$/, '');
    return bare.slice(bare.lastIndexOf('/') + 1).replace(/:.*$/, '');
}
// `npx --yes tool`, `uv run tool`, `pnpm dlx tool`, `go run module@version`.
function packaged(words) {
    const runs = new Set(['run', 'exec', 'dlx', 'x', 'tool', '--']);
    const from = words.findIndex((word) => !word.startsWith('-') && !runs.has(word));
    return from >= 0 && words[from] !== OPAQUE ? words.slice(from) : undefined;
}
/** Options of `docker run` that take no value. */
const BARE = /^(?:--(?:rm|init|privileged|detach|interactive|tty|read-only|publish-all|no-healthcheck|oom-kill-disable|quiet|sig-proxy)|-[itdPq]+)$/;
function contained(words) {
    const run = words.indexOf('run');
    if (run < 0 || words[0] === 'compose')
        return undefined;
    let at = run + 1;
    for (; at < words.length && words[at]?.startsWith('-'); at++) {
        const word = words[at] ?? '';
        if (!BARE.test(word) && !word.includes('='))
            at++;
    }
    return words[at] === undefined || words[at] === OPAQUE ? undefined : words.slice(at);
}
const ci_calls_SHELLS = /^(?:sh|bash|dash|ash|zsh|ksh|source|\.)$/;
const ci_calls_BIGGEST = 256 * 1024;
function shellScript(command, folder, sources) {
    const written = ci_calls_SHELLS.test(command.name) ? command.operands[0] : /^["']?([^\s"';|&]+)/.exec(command.text)?.[1];
    if (written === undefined || (!ci_calls_SHELLS.test(command.name) && !/^\.{1,2}\/|\/.*|\.(?:ba)?sh$/.test(written)))
        return [];
    const path = resolvePath(written, folder, sources);
    const source = path === undefined ? undefined : sources.sourceOf(path);
    if (!source || source.text.length > ci_calls_BIGGEST)
        return [];
    if (!/\.(?:ba|z|k)?sh$/.test(source.path) && !/^#!.{0,40}\b(?:ba|da|z|k)?sh\b/.test(source.text))
        return [];
    return [{ how: written, key: source.path, scripts: [wholeFile(source, folder)] }];
}
// `"${ROOT}/hack/verify.sh"`: what stands before the first settled folder is taken for the root.
function resolvePath(written, folder, sources) {
    const bare = written.replace(/^(?:\$\{?\w+\}?|\$\([^)]*\))\//, '');
    if (bare.includes('$'))
        return undefined;
    const rooted = bare !== written;
    const candidates = [rooted ? external_node_path_.posix.normalize(bare) : external_node_path_.posix.normalize(external_node_path_.posix.join(folder, bare)), external_node_path_.posix.normalize(bare)];
    return candidates.find((path) => !path.startsWith('..') && !path.startsWith('/') && sources.has(path));
}
function wholeFile(source, folder) {
    return { text: source.text, at: (offset) => offset, source, folder };
}

;// CONCATENATED MODULE: ./src/source/ci-reader.ts








const MOST_COMMANDS = 20_000;
const ci_reader_BIGGEST = 256 * 1024;
const ci_reader_DEEPEST = 8;
/** Collects steps and commands, and follows what the commands call: within bounds, since scripts may call each other. */
class CiReader {
    steps = [];
    commands = [];
    #sources;
    #followed = new Set();
    constructor(sources) {
        this.#sources = sources;
    }
    step(step, origin) {
        const labelled = { ...step, label: `${step.uses}${step.ref === '' ? '' : `@${step.ref}`} ${where(step)}` };
        this.steps.push(origin ? withOrigin(labelled, ci_reader_leaf(origin)) : labelled);
        const { uses, with: inputs, env, name: _, ref: _ref, ...context } = step;
        if (uses.startsWith('docker://'))
            this.#tool({ name: toolName(uses), arguments: (inputs.args ?? '').split(/\s+/).filter(Boolean), origin }, context, env);
        if (uses !== 'pre-commit/action')
            return;
        for (const tool of preCommitHooks('.', this.#sources))
            this.#tool(tool, { ...context, via: [...context.via, uses] }, env);
    }
    script(script, context, env, depth = 0) {
        if (script.text.length > ci_reader_BIGGEST)
            return;
        const commands = readScript(opaque(script.text), script.at, script.source);
        let { folder } = script;
        commands.forEach((command, index) => {
            if (this.commands.length >= MOST_COMMANDS)
                return;
            const tolerated = isTolerated(command, commands[index + 1]);
            const own = tolerated ? { ...context, blocking: false } : context;
            const read = settledCommand(command, own, env);
            this.commands.push(read);
            if (read.name === 'cd' || read.name === 'pushd')
                folder = ci_script_within(folder, read.operands[0] ?? '') ?? folder;
            if (depth < ci_reader_DEEPEST)
                this.#follow(read, folder, own, env, depth);
        });
    }
    #follow(read, folder, context, env, depth) {
        for (const call of calledBy(read, folder, this.#sources)) {
            const key = `${context.pipeline}\0${context.job}\0${context.blocking}\0${call.key}`;
            if (this.#followed.has(key))
                continue;
            this.#followed.add(key);
            const inner = { ...context, via: [...context.via, call.how] };
            for (const tool of call.tools ?? [])
                this.#tool({ ...tool, origin: tool.origin ?? originOf(read) }, inner, env);
            for (const script of call.scripts)
                this.script(script, inner, env, depth + 1);
        }
    }
    #tool(tool, context, env) {
        const { name, origin } = tool;
        const command = ci_reader_made(name, [name, ...tool.arguments].join(' '), tool.arguments, ci_reader_flagsOf(tool.arguments), context, env);
        this.commands.push(origin ? withOrigin(command, ci_reader_leaf(origin)) : command);
    }
}
// An expression of the pipeline is one opaque word; the text keeps its length, so that places hold.
function opaque(script) {
    return script.replace(/\$\{\{[^}]{0,1000}\}\}/g, (expression) => '$'.padEnd(expression.length, '_'));
}
/** `|| true` and what amounts to it. */
function isTolerated(command, next) {
    if (command.before !== '||' || !next)
        return false;
    const name = settledName(next);
    return name === 'true' || name === ':' || name === 'echo' || name === 'printf' || (name === 'exit' && values_text(next, 'subcommand') === '0');
}
function settledName(command) {
    return values_text(command, 'name') ?? '';
}
function settledCommand(command, context, env) {
    const words = items(command, 'arguments').map((word) => (typeof word === 'string' ? word : OPAQUE));
    const flags = ci_reader_flagsOf(words);
    for (const flag of items(command, 'flags')) {
        const name = values_text(flag, 'name');
        const value = values_text(flag, 'value') ?? OPAQUE;
        if (name !== undefined && (value !== '' || !Object.hasOwn(flags, name)))
            ci_reader_define(flags, name, value);
    }
    const operands = items(command, 'operands').map((word) => (typeof word === 'string' ? word : OPAQUE));
    const read = {
        ...ci_reader_made(settledName(command) || variableName(command.text), command.text, words, flags, context, env),
        operands,
        subcommand: operands[0] ?? '',
    };
    const origin = originOf(command);
    return origin ? withOrigin(read, ci_reader_leaf(origin)) : read;
}
function ci_reader_made(name, written, words, flags, context, env) {
    const operands = words.filter((word) => !word.startsWith('-'));
    const all = [...new Set([name, ...words, ...Object.keys(flags)])];
    const label = `${[name, operands[0] ?? ''].join(' ').trim()} ${where(context)}`;
    return { ...context, env, label, name, text: written, subcommand: operands[0] ?? '', words: all, arguments: words, operands, flags };
}
function where({ job, via }) {
    const last = via.at(-1);
    return `in job ${job}${last === undefined ? '' : `, by ${last}`}`;
}
// `$(KUBECONFORM) -strict` of a Makefile and `"${TRIVY}" image` of a script: the variable is named for the tool it holds.
function variableName(written) {
    const match = /^["']?\$[({]?([A-Za-z]\w*)[)}]?["']?(?:\s|$)/.exec(written);
    return match
        ? (match[1] ?? '')
            .toLowerCase()
            .replace(/_(?:bin|cmd|path)$/, '')
            .replaceAll('_', '-')
        : '';
}
/** `--name=value` and `--name` of words; a value that stands apart is known only to whoever knows the flag. */
function ci_reader_flagsOf(words) {
    const flags = {};
    words.forEach((word, index) => {
        const match = /^(--?[A-Za-z][\w.-]*)(?:=(.*))?$/s.exec(word);
        if (!match?.[1])
            return;
        const next = words[index + 1];
        ci_reader_define(flags, match[1], match[2] ?? (next !== undefined && !next.startsWith('-') ? next : ''));
    });
    return flags;
}
function ci_reader_define(flags, name, value) {
    Object.defineProperty(flags, name, { value, enumerable: true, configurable: true, writable: true });
}
function ci_reader_leaf(origin) {
    return originAt(origin.source, origin.span, origin.key);
}
/** Whether a value is what switches a job or step off. */
function isOff(condition) {
    return condition === false || (typeof condition === 'string' && /^(?:false|\$\{\{\s*false\s*\}\})$/.test(condition.trim()));
}
function isTrue(holder, key) {
    const value = values_member(holder, key);
    return value === true || value === 'true';
}

;// CONCATENATED MODULE: ./src/source/ci-github.ts



/** GitHub workflows with the composite actions and reusable workflows of the repository that they call. */
function readGithub(sources, reader) {
    const github = new Github(sources, reader);
    for (const workflow of sources.workflows) {
        const triggers = triggersOf(workflow.value);
        // Runs only when another workflow calls it; what that one is decides.
        if (triggers.every((trigger) => trigger === 'workflow_call'))
            continue;
        github.workflow(workflow, triggers, { pipeline: workflow.source.path, via: [], blocking: true }, 0);
    }
}
const ci_github_DEEPEST = 4;
class Github {
    #reader;
    #documents;
    constructor(sources, reader) {
        this.#reader = reader;
        const known = sources.documents.filter(({ kind }) => kind === 'workflow' || kind === 'action');
        this.#documents = new Map(known.map((document) => [document.source.path, document]));
    }
    workflow(workflow, triggers, caller, depth) {
        const { value } = workflow;
        const jobs = entries(value, 'jobs');
        const off = switchedOff(jobs);
        for (const [name, job] of jobs) {
            if (off.has(name))
                continue;
            const context = {
                provider: 'github',
                pipeline: caller.pipeline,
                via: caller.via,
                job: name,
                triggers,
                blocking: caller.blocking && !isTrue(job, 'continue-on-error'),
                permissions: permissionsOf(values_member(job, 'permissions') ?? values_member(value, 'permissions')),
            };
            const env = { ...texts(value, 'env'), ...texts(job, 'env') };
            const folder = values_text(job, 'defaults', 'run', 'working-directory') ?? values_text(value, 'defaults', 'run', 'working-directory') ?? '.';
            this.#called(job, context, env, depth);
            const shell = values_text(job, 'defaults', 'run', 'shell') ?? values_text(value, 'defaults', 'run', 'shell');
            for (const step of items(job, 'steps'))
                this.#step(step, context, env, { folder, shell }, depth);
        }
    }
    /** A job that calls a workflow. */
    #called(job, context, env, depth) {
        const uses = values_text(job, 'uses');
        if (uses === undefined)
            return;
        this.#reader.step({ ...context, ...usedBy(job, uses), env }, values_placeOf(job, 'uses'));
        const called = uses.startsWith('./') ? this.#documents.get(uses.slice(2)) : undefined;
        if (!called || depth >= ci_github_DEEPEST)
            return;
        const via = [...context.via, `workflow ${uses}`];
        this.workflow(called, context.triggers, { pipeline: context.pipeline, via, blocking: context.blocking }, depth + 1);
    }
    #step(step, around, outer, run, depth) {
        if (!mapping(step) || isOff(values_member(step, 'if')))
            return;
        const context = isTrue(step, 'continue-on-error') ? { ...around, blocking: false } : around;
        const env = { ...outer, ...texts(step, 'env') };
        const uses = values_text(step, 'uses');
        if (uses !== undefined) {
            this.#reader.step({ ...context, ...usedBy(step, uses), env }, values_placeOf(step, 'uses'));
            if (uses.startsWith('./'))
                this.#action(uses, context, env, depth);
        }
        const script = isPosix(values_text(step, 'shell') ?? run.shell) ? ci_script_scriptOf(step, 'run', ci_script_within(run.folder, '.') ?? '.') : undefined;
        const own = values_text(step, 'working-directory');
        if (script)
            this.#reader.script(own === undefined ? script : { ...script, folder: ci_script_within('.', own) ?? '.' }, context, env);
    }
    /** A composite action of the repository. */
    #action(uses, context, env, depth) {
        const folder = ci_script_within('.', uses);
        const action = this.#documents.get(`${folder}/action.yml`) ?? this.#documents.get(`${folder}/action.yaml`);
        if (!action || depth >= ci_github_DEEPEST)
            return;
        const inner = { ...context, via: [...context.via, `action ${uses}`] };
        for (const step of items(action.value, 'runs', 'steps'))
            this.#step(step, inner, env, { folder: '.', shell: undefined }, depth + 1);
    }
}
function isPosix(shell) {
    return shell === undefined || /^(?:ba|da|k|z)?sh\b/.test(shell);
}
/** `owner/name/path@ref`, `docker://image@digest`, `./path`. */
function usedBy(step, uses) {
    const at = uses.indexOf('@');
    return {
        name: values_text(step, 'name') ?? '',
        uses: (at < 0 ? uses : uses.slice(0, at)).toLowerCase(),
        ref: at < 0 ? '' : uses.slice(at + 1),
        with: texts(step, 'with'),
    };
}
function triggersOf(workflow) {
    const on = values_member(workflow, 'on');
    if (typeof on === 'string')
        return [on];
    return Array.isArray(on) ? items(workflow, 'on').filter((trigger) => typeof trigger === 'string') : Object.keys(mapping(on) ?? {});
}
function permissionsOf(value) {
    if (typeof value === 'string')
        return { all: value };
    return texts(value);
}
/** A mapping's scalars as texts, expressions as written. */
function texts(value, ...path) {
    const found = entries(value, ...path).filter(([, entry]) => entry !== undefined && typeof entry !== 'object');
    return Object.fromEntries(found.map(([name, entry]) => [name, String(entry)]));
}
/** Jobs with `if: false`, and those that wait for one: GitHub skips them unless their own condition says otherwise. */
function switchedOff(jobs) {
    const off = new Set(jobs.filter(([, job]) => isOff(values_member(job, 'if'))).map(([name]) => name));
    const waits = (job) => [values_text(job, 'needs'), ...items(job, 'needs')].some((need) => typeof need === 'string' && off.has(need));
    for (let before = -1; before !== off.size;) {
        before = off.size;
        for (const [name, job] of jobs)
            if (waits(job) && !/always\(\)|!\s*cancelled\(\)/.test(values_text(job, 'if') ?? ''))
                off.add(name);
    }
    return off;
}

;// CONCATENATED MODULE: ./src/source/ci.ts


const ci_read = new WeakMap();
/** What the repository's pipelines do, with the scripts they call. Each kind of pipeline has a reader of its own. */
function readCi(sources) {
    const known = ci_read.get(sources);
    if (known)
        return known;
    const reader = new CiReader(sources);
    ci_read.set(sources, reader);
    for (const readPipelines of [readGithub])
        readPipelines(sources, reader);
    return reader;
}

;// CONCATENATED MODULE: ./src/subjects/repository-places.ts



const START = { start: 0, end: 0 };
/** A file as an item: `path`, its own `name`, and its first line as place. */
function fileItem(path, source) {
    const item = { path, name: path.slice(path.lastIndexOf('/') + 1), label: path };
    return withOrigin(item, originAt(source ?? new Source(path, ''), START));
}
/** An item that stands at a place; without members of its own. */
function repository_places_placed(item, origin) {
    return origin
        ? withOrigin(item, { source: origin.source, span: origin.span, key: origin.key, anchor: origin.anchor, child: () => undefined })
        : item;
}
/** The place of a piece of a file's text. */
function textPlace(source, start, end) {
    return originAt(source, { start, end });
}

;// CONCATENATED MODULE: ./src/subjects/repository-actions.ts



/** Every `uses:` of workflows and composite actions, switched off or not: `reference`, `name` and `ref`. */
function usedActions(sources) {
    return sources.documents.flatMap(({ kind, value, source }) => {
        if (!sources.isSubject(source.path))
            return [];
        if (kind === 'action')
            return items(value, 'runs', 'steps').flatMap(usedItem);
        if (kind !== 'workflow')
            return [];
        return entries(value, 'jobs').flatMap(([, job]) => [...usedItem(job), ...items(job, 'steps').flatMap(usedItem)]);
    });
}
function usedItem(holder) {
    const reference = values_text(holder, 'uses');
    if (reference === undefined)
        return [];
    const { uses, ref } = usedBy(holder, reference);
    return [repository_places_placed({ reference, name: uses, ref, label: `uses: ${reference}` }, values_placeOf(holder, 'uses'))];
}

;// CONCATENATED MODULE: ./src/subjects/repository-credentials.ts




const repository_credentials_BIGGEST = 256 * 1024;
/** Files by whose name a credential is to be expected. The first that matches decides. */
const SUSPECTS = [
    { names: /(?:^|\/)[^/]+\.tfstate(?:\.backup)?$/, kind: 'Terraform state' },
    { names: /(?:^|\/)(?!(?:[^/]*(?:trust|cacerts))[^/]*$)[^/]+\.(?:p12|pfx|jks|bks|keystore)$/i, kind: 'key store' },
    { names: /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|key|ppk|pkcs8|p8)|[^/]*_rsa)$/i, kind: 'private key', look: privateKey },
    { names: /(?:^|\/)(?:[^/]*kubeconfig[^/]*|admin\.conf)$/i, kind: 'kubeconfig', look: kubeconfig },
    {
        names: /(?:^|\/)(?:\.docker\/config\.json|\.dockercfg|[^/]*\.?dockerconfigjson)$/,
        kind: 'registry login',
        look: matching(/"auth"\s*:\s*"([A-Za-z0-9+/=]{8,})"/),
    },
    { names: /(?:^|\/)[._]netrc$/, kind: 'login', look: matching(/\bpassword\s+(\S+)/) },
    { names: /(?:^|\/)\.git-credentials$/, kind: 'login', look: anySecret },
    { names: /(?:^|\/)\.npmrc$/, kind: 'npm login', look: matching(/_(?:authToken|auth|password)\s*=\s*(?!\s*["']?\$)(\S+)/) },
    { names: /(?:^|\/)\.pypirc$/, kind: 'PyPI login', look: matching(/^\s*password\s*[=:]\s*(?!\$)(\S+)/m) },
    {
        names: /(?:^|\/)\.env(?:[.-][^/]*)?\.?(?:example|sample|template|tmpl|dist|defaults?)$|(?:^|\/)[^/]*(?:example|sample)\.env$/i,
        kind: 'environment file',
        look: token,
    },
    { names: /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|[\w.-]+\.env)$/, kind: 'environment file', look: anySecret },
    {
        names: /(?:^|\/)(?:\.aws\/credentials|credentials(?:\.csv|\.ini)?|accessKeys\.csv)$/i,
        kind: 'AWS credentials',
        look: matching(/(?:aws_secret_access_key\s*=\s*|,)([A-Za-z0-9/+]{40})\b/),
    },
    {
        names: /(?:^|\/)[^/]*(?:service[-_]?account|credentials?|[-_]key|gcp|gcloud|firebase|[-_]sa)[^/]*\.json$/i,
        kind: 'cloud key',
        look: cloudKey,
    },
];
/**
 * Files that may hold a credential: those of a suspicious name, with `credential` ('' where there is none), and scanned files that hold
 * a token of a known format. `masked` never holds the secret.
 */
function credentialFiles(sources) {
    const suspects = sources.files.filter((path) => sources.isSubject(path)).flatMap((path) => suspectItem(path, sources));
    const scanned = [...sources.manifests, ...sources.dockerfiles].filter(({ source }) => sources.isSubject(source.path));
    const values = sources.files
        .filter((path) => /(?:^|\/)values[^/]*\.ya?ml$/.test(path) && sources.isSubject(path))
        .flatMap((path) => sources.sourceOf(path) ?? []);
    const tokens = [...scanned.map(({ source }) => source), ...values].flatMap((source) => {
        const found = token(source);
        return found ? [credentialItem(source.path, found.kind, found.masked, textPlace(source, found.start, found.end))] : [];
    });
    return [...suspects, ...tokens, ...kubeconfigs(sources)];
}
function suspectItem(path, sources) {
    const suspect = SUSPECTS.find(({ names }) => names.test(path));
    // Key stores of tests open nothing.
    if (!suspect || (suspect.kind === 'key store' && !sources.isEvidence(path)))
        return [];
    if (!suspect.look)
        return [credentialItem(path, suspect.kind, '', undefined)];
    const source = sources.sourceOf(path);
    if (!source || source.text.length > repository_credentials_BIGGEST)
        return [];
    const found = suspect.look(source);
    return [credentialItem(path, found?.kind ?? '', found?.masked ?? '', found && textPlace(source, found.start, found.end))];
}
function credentialItem(path, credential, masked, origin) {
    const item = fileItem(path);
    return origin ? repository_places_placed({ ...item, credential, masked }, origin) : Object.assign(item, { credential, masked });
}
function privateKey({ text }) {
    const match = /-----?BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY|PuTTY-User-Key-File/.exec(text);
    return match ? { kind: 'private key', masked: '', start: match.index, end: match.index + match[0].length } : undefined;
}
function kubeconfig({ text }) {
    const match = /^[ \t-]*(?:client-key-data|token|password)["']?[ \t]*:[ \t]*["']?(?!\$|\{\{|<)[^\s"']{4,}/m.exec(text);
    return match && /\bclusters\b/.test(text)
        ? { kind: 'kubeconfig', masked: '', start: match.index, end: match.index + match[0].length }
        : undefined;
}
/** Kubeconfigs under any name: their kind tells. */
function kubeconfigs(sources) {
    return sources.documents.flatMap(({ kind, head, value, source }) => {
        if (kind !== 'config' || head.kind !== 'Config' || head.apiVersion !== 'v1' || !sources.isSubject(source.path))
            return [];
        if (SUSPECTS.some(({ names }) => names.test(source.path)))
            return [];
        for (const user of items(value, 'users')) {
            for (const key of ['client-key-data', 'token', 'password']) {
                const literal = values_text(user, 'user', key);
                if (literal !== undefined && detectSecret('password', literal))
                    return [credentialItem(source.path, 'kubeconfig', '', values_placeOf(user, 'user', key))];
            }
        }
        return values_member(value, 'users') === undefined ? [] : [credentialItem(source.path, '', '', undefined)];
    });
}
function matching(pattern) {
    return ({ text }) => {
        const match = pattern.exec(text);
        const value = match?.[1];
        if (!match || value === undefined || !detectSecret('password', value))
            return undefined;
        return { kind: 'login', masked: '', start: match.index, end: match.index + match[0].length };
    };
}
function anySecret({ text }) {
    const [first] = findSecrets(text);
    return (first && {
        kind: first.kind === 'credential' ? `credential ${first.name}` : first.kind,
        masked: first.masked,
        start: first.start,
        end: first.end,
    });
}
/** Formats that only a service's own tokens have: a JSON Web Token or a key in a manifest is judged where it stands. */
const ELSEWHERE = new Set(['JSON Web Token', 'private key', 'password in a URL']);
function token({ text }) {
    for (let found = findToken(text); found; found = findToken(text, found.end))
        if (!ELSEWHERE.has(found.kind))
            return found;
    return undefined;
}
function cloudKey({ text }) {
    const match = /"private_key"\s*:\s*"-----BEGIN/.exec(text);
    return match && /"type"\s*:\s*"service_account"/.test(text)
        ? { kind: 'cloud key', masked: '', start: match.index, end: match.index + 13 }
        : undefined;
}

;// CONCATENATED MODULE: ./src/source/ignored.ts


/** Whether a .gitignore at or above a path names it: then its absence from the repository says nothing. */
function ignoredBy(sources) {
    const matchers = new Map();
    const matcherIn = (folder) => {
        if (!matchers.has(folder))
            matchers.set(folder, readIgnore(sources.sourceOf(external_node_path_.posix.join(folder, '.gitignore'))?.text));
        return matchers.get(folder);
    };
    return (path) => {
        for (let folder = external_node_path_.posix.dirname(path);; folder = external_node_path_.posix.dirname(folder)) {
            const relative = folder === '.' ? path : path.slice(folder.length + 1);
            if (matcherIn(folder)?.(relative))
                return true;
            if (folder === '.')
                return false;
        }
    };
}
function readIgnore(text) {
    const lines = (text ?? '').split(/\r?\n/).map((line) => line.trim());
    const globs = lines.filter((line) => line !== '' && !line.startsWith('#') && line.length < 300).slice(0, 2000);
    return globs.length > 0 ? globMatcher(globs, { anyDepth: true }) : undefined;
}

;// CONCATENATED MODULE: ./src/subjects/repository-helmfile.ts




/** Releases of helmfiles whose charts come from a repository. */
function helmfileReleases(sources, wanted) {
    const files = sources.files.filter((path) => /(?:^|\/)(?:helmfile\.ya?ml|helmfile\.d\/[^/]+\.ya?ml)$/.test(path) && wanted(path));
    return files.flatMap((path) => {
        const source = sources.sourceOf(path);
        if (!source)
            return [];
        const locked = sources.has(external_node_path_.posix.join(external_node_path_.posix.dirname(path), 'helmfile.lock'));
        return parseYaml(source, { templated: false }).documents.flatMap(({ value }) => items(value, 'releases').flatMap((item) => {
            const chart = values_text(item, 'chart');
            if (chart === undefined || /^\.{0,2}\//.test(chart))
                return [];
            const version = values_member(item, 'version');
            const release = {
                kind: 'helmfile',
                name: chart.slice(chart.lastIndexOf('/') + 1),
                url: chart,
                version: version === undefined ? '' : String(version),
                locked,
            };
            return [{ release, origin: values_placeOf(item, 'version') ?? values_placeOf(item, 'chart') ?? originOf(item) }];
        }));
    });
}

;// CONCATENATED MODULE: ./src/subjects/repository-terraform.ts

const BLOCK = /^(resource|data|module|provider)[ \t]+"([\w-]{1,100})"(?:[ \t]+"([\w-]{1,200})")?[ \t]*\{/gm;
const repository_terraform_BIGGEST = 512 * 1024;
const repository_terraform_MOST_FILES = 2000;
/** Blocks of Terraform files by their headers: `block`, `type`, `name` and the `text` up to the closing brace at the line's start. */
function terraformBlocks(sources) {
    const files = sources.files.filter((path) => path.endsWith('.tf') && sources.isEvidence(path)).slice(0, repository_terraform_MOST_FILES);
    return files.flatMap((path) => {
        const source = sources.sourceOf(path);
        if (!source || source.text.length > repository_terraform_BIGGEST)
            return [];
        return [...source.text.matchAll(BLOCK)].map((match) => {
            const [header, block = '', type = '', name = ''] = match;
            const end = source.text.indexOf('\n}', match.index);
            const text = source.text.slice(match.index, end < 0 ? undefined : end).replace(/^[ \t]*(?:#|\/\/).*$/gm, '');
            return repository_places_placed({ block, type, name, text, file: path, label: `Terraform ${block} ${type} ${name}`.trim() }, textPlace(source, match.index, match.index + header.length));
        });
    });
}

;// CONCATENATED MODULE: ./src/subjects/repository-references.ts







/** `evidence`: without folders of examples and tests; `subjects`: what `paths` select. */
function references(sources, purpose) {
    const wanted = purpose === 'evidence' ? sources.isEvidence : sources.isSubject;
    const found = [];
    const add = (reference, origin) => {
        const name = reference.name ?? lastPart(reference.url);
        const item = repository_places_placed({ locked: false, ...reference, name, label: `${reference.kind} ${name} ${reference.version}`.trim() }, origin);
        found.push(/\{\{|\$[{(]/.test(reference.version) ? generated(item, origin) : item);
    };
    for (const document of sources.documents) {
        if (!wanted(document.source.path))
            continue;
        if (document.kind === 'kustomization')
            kustomization(document, add);
        else if (document.kind === 'chart')
            chart(document, sources, add);
    }
    for (const resource of sources.resources)
        if (!resource.patch && wanted(resource.source.path))
            gitops(resource, add);
    for (const { release, origin } of helmfileReleases(sources, wanted))
        add(release, origin);
    terraform(sources, add);
    kubectl(sources, add);
    return found;
}
// ApplicationSets, Flux substitutions and Terraform fill it in.
function generated(item, origin) {
    const get = () => {
        throw new Unsettled('depends on a version that a generator fills in', origin);
    };
    return Object.defineProperty(item, 'version', { get, enumerable: true });
}
function lastPart(url) {
    const path = url.replace(/[?#].*$/, '').replace(/(?:\.git)?\/*$/, '');
    return path.slice(path.lastIndexOf('/') + 1);
}
/** Whether a path of a kustomization is an address: `https://…`, `github.com/o/r//path?ref=v1`, `git@…`. */
function isRemote(path) {
    return /^[a-z][a-z+.-]*:(?:\/\/|:)|^git@|^git::|[?&](?:ref|version)=|^(?:[\w-]+\.)+(?:com|org|io|net|dev|sh)\/[^/]+\/[^/]/i.test(path);
}
const IN_PATH = [
    /^https?:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/(?:refs\/(?:heads|tags)\/)?([^/]+)\//,
    /\/releases\/download\/([^/]+)\//,
    /\/releases\/(latest)\//,
    /\/(?:blob|raw|tree|archive)\/(?:refs\/(?:heads|tags)\/)?([^/]+)(?:\/|$)/,
    /\/(v?\d+(?:\.\d+)+[\w.+-]*)(?:\/|$)/,
    /\/(latest|stable|main|master|HEAD)\//,
];
function versionIn(url) {
    const query = /[?&](?:ref|version)=([^&#]*)/.exec(url)?.[1];
    if (query !== undefined)
        return query;
    for (const pattern of IN_PATH) {
        const found = pattern.exec(url)?.[1];
        if (found !== undefined)
            return found;
    }
    return '';
}
function kustomization({ value }, add) {
    for (const key of ['resources', 'bases', 'components', 'crds', 'generators', 'transformers']) {
        for (const [index, path] of items(value, key).entries()) {
            if (typeof path === 'string' && !path.includes('\n') && isRemote(path))
                add({ kind: 'kustomize-base', url: path, version: versionIn(path) }, values_placeOf(value, key, index));
        }
    }
    for (const item of items(value, 'helmCharts')) {
        const repo = values_text(item, 'repo');
        if (repo !== undefined)
            add({ kind: 'kustomize-chart', name: values_text(item, 'name') ?? '', url: repo, version: version(item, 'version') }, values_placeOf(item, 'version') ?? originOf(item));
    }
}
function chart({ value, source }, sources, add) {
    const folder = external_node_path_.posix.dirname(source.path);
    const locked = ['Chart.lock', 'requirements.lock'].some((name) => sources.has(external_node_path_.posix.join(folder, name)));
    for (const item of items(value, 'dependencies')) {
        const repository = values_text(item, 'repository') ?? '';
        if (repository === '' || repository.startsWith('file:'))
            continue;
        add({ kind: 'chart-dependency', name: values_text(item, 'name') ?? '', url: repository, version: version(item, 'version'), locked }, values_placeOf(item, 'version') ?? originOf(item));
    }
}
function version(holder, ...path) {
    const found = values_member(holder, ...path);
    return found === undefined ? '' : String(found);
}
function gitops({ kind, group, object }, add) {
    if (kind === 'HelmRelease' && group === 'helm.toolkit.fluxcd.io') {
        const spec = values_member(object, 'spec', 'chart', 'spec');
        const name = values_text(spec, 'chart');
        const source = values_text(spec, 'sourceRef', 'kind');
        if (name !== undefined && source !== 'GitRepository')
            add({ kind: 'helm-release', name, url: values_text(spec, 'sourceRef', 'name') ?? '', version: version(spec, 'version') }, values_placeOf(spec, 'version') ?? values_placeOf(spec, 'chart'));
    }
    else if (kind === 'HelmChart' && group === 'helm.cattle.io') {
        const spec = values_member(object, 'spec');
        if (values_text(spec, 'chart'))
            add({
                kind: 'helm-release',
                name: lastPart(values_text(spec, 'chart') ?? ''),
                url: values_text(spec, 'repo') ?? '',
                version: version(spec, 'version'),
            }, values_placeOf(spec, 'version') ?? values_placeOf(spec, 'chart'));
    }
    else if (group === 'source.toolkit.fluxcd.io')
        fluxSource(kind, object, add);
    else if (group === 'argoproj.io' && (kind === 'Application' || kind === 'ApplicationSet'))
        argo(values_member(object, 'spec'), add);
}
function fluxSource(kind, object, add) {
    const spec = values_member(object, 'spec');
    const url = values_text(spec, 'url');
    if (url === undefined)
        return;
    const ref = values_member(spec, 'ref');
    const exact = ['digest', 'commit', 'tag', 'semver', 'name'].map((key) => version(ref, key)).find((found) => found !== '');
    const place = values_placeOf(spec, 'ref') ?? values_placeOf(spec, 'url');
    if (kind === 'OCIRepository')
        add({ kind: 'oci', url, version: exact ?? '' }, place);
    // A branch is followed on purpose: GitOps. Who may write to it is another control's question.
    if (kind === 'GitRepository')
        add({ kind: 'git', url, version: exact ?? version(ref, 'branch') }, place);
}
function argo(spec, add) {
    const application = values_member(spec, 'template', 'spec') ?? spec;
    for (const source of [values_member(application, 'source'), ...items(application, 'sources')]) {
        const url = values_text(source, 'repoURL');
        if (url === undefined)
            continue;
        const name = values_text(source, 'chart');
        const revision = version(source, 'targetRevision');
        const place = values_placeOf(source, 'targetRevision') ?? values_placeOf(source, 'repoURL');
        if (name === undefined)
            add({ kind: 'argo-git', url, version: revision }, place);
        else
            add({ kind: 'argo-chart', name, url, version: revision }, place);
    }
}
function terraform(sources, add) {
    for (const block of terraformBlocks(sources)) {
        if (values_text(block, 'type') !== 'helm_release')
            continue;
        const body = values_text(block, 'text') ?? '';
        const value = (name) => new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*"([^"\\n]{0,300})"`, 'm').exec(body)?.[1] ?? '';
        const variable = /^[ \t]*version[ \t]*=[ \t]*[^"\s]/m.test(body);
        add({ kind: 'terraform', name: lastPart(value('chart')), url: value('repository'), version: value('version'), locked: variable }, originOf(block));
    }
}
function kubectl(sources, add) {
    for (const command of readCi(sources).commands) {
        if (command.name !== 'kubectl' || !/^(?:apply|create|replace)$/.test(command.subcommand))
            continue;
        for (const word of command.arguments) {
            const url = word.replace(/^(?:-f|--filename)=?/, '');
            if (/^https:\/\//.test(url) && !url.includes('$'))
                add({ kind: 'kubectl', url, version: versionIn(url) }, originOf(command));
        }
    }
}

;// CONCATENATED MODULE: ./src/subjects/repository-contexts.ts






/** The sources of COPY and ADD of the Dockerfiles whose build context something in the repository tells. */
function copiedFiles(sources, add) {
    const contexts = contextsOf(sources);
    for (const dockerfile of sources.dockerfiles) {
        const known = contexts.get(dockerfile.source.path);
        // Two contexts may both be right; then it is enough that a path is in one.
        if (!known || !sources.isSubject(dockerfile.source.path))
            continue;
        for (const step of dockerfile.stages.flatMap((stage) => stage.steps))
            repository_contexts_copied(sources, dockerfile, step, [...known], add);
    }
}
function repository_contexts_copied(sources, dockerfile, step, contexts, add) {
    const { instruction } = step;
    if ((instruction.name !== 'copy' && instruction.name !== 'add') || instruction.flags.some(({ text }) => text.startsWith('--from')))
        return;
    for (const word of instruction.words.slice(0, -1)) {
        const { value, reason } = step.expanded.get(word) ?? { value: word.text, reason: '' };
        if (reason !== '' || /[*?[\\]|^<<|^git@/.test(value) || isRemote(value))
            continue;
        // Absolute sources start at the context too.
        const path = value.replace(/^\/+/, '');
        const context = contexts.find((folder) => sources.has(external_node_path_.posix.join(folder, path))) ?? contexts[0];
        if (context !== undefined)
            add(`${instruction.keyword} of the Dockerfile`, context, path, textPlace(dockerfile.source, word.span.start, word.span.end));
    }
}
/** Dockerfiles by their paths, with the folders that compose files, workflows and scripts of CI build them in. */
function contextsOf(sources) {
    const found = new Map();
    const add = (context, dockerfile, relative) => {
        if (context === undefined || isRemote(context) || context.includes('$'))
            return;
        const folder = external_node_path_.posix.join(relative, context).replace(/\/$/, '');
        const path = dockerfile === undefined ? external_node_path_.posix.join(folder, 'Dockerfile') : dockerfile;
        found.set(path, (found.get(path) ?? new Set()).add(folder || '.'));
    };
    for (const { file, service } of composeServices(sources)) {
        const build = values_member(service, 'build');
        const context = values_text(build, 'context');
        const dockerfile = values_text(build, 'dockerfile');
        const folder = external_node_path_.posix.dirname(file);
        add(context, dockerfile === undefined ? undefined : external_node_path_.posix.join(folder, context ?? '.', dockerfile), folder);
    }
    const ci = readCi(sources);
    for (const { uses, with: inputs } of ci.steps) {
        if (uses !== 'docker/build-push-action')
            continue;
        const context = inputs.context;
        // Without a context the action builds from a fresh clone.
        if (context !== undefined)
            add(context, inputs.file === undefined ? undefined : external_node_path_.posix.normalize(inputs.file), '.');
    }
    return found;
}

;// CONCATENATED MODULE: ./src/subjects/repository-files.ts








/**
 * Every path that a file gives and that has to be in the repository: `path` as written, `from` (what names it), `target` (relative to
 * the root), `exists`. What a .gitignore names is made by a build: reading `exists` throws.
 */
function fileReferences(sources) {
    const found = [];
    const isIgnored = ignoredBy(sources);
    const add = (from, folder, path, origin) => {
        if (typeof path !== 'string' || path === '' || path.includes('\n') || path.includes('${') || path.startsWith('~'))
            return;
        // What lies outside the root, or is absolute, is not for these files to settle.
        const target = external_node_path_.posix.join(folder, path).replace(/\/$/, '');
        if (path.startsWith('/') || target.startsWith('..'))
            return;
        const item = { from, path, target: target || '.', label: `${path} (${from})` };
        const exists = sources.has(item.target);
        const unsettled = !exists && isIgnored(item.target) ? new Unsettled('is named in .gitignore, so something makes it', origin) : undefined;
        const get = () => {
            if (unsettled)
                throw unsettled;
            return exists;
        };
        found.push(repository_places_placed(Object.defineProperty(item, 'exists', { get, enumerable: true }), origin));
    };
    for (const document of sources.documents) {
        if (!sources.isSubject(document.source.path))
            continue;
        if (document.kind === 'kustomization')
            repository_files_kustomization(document, add);
        else if (document.kind === 'chart')
            repository_files_chart(document, add);
        else if (document.kind === 'compose')
            repository_files_included(document, add);
    }
    for (const resource of sources.resources)
        if (!resource.patch && sources.isSubject(resource.source.path))
            flux(resource, add);
    compose(sources, add);
    copiedFiles(sources, add);
    return found;
}
function repository_files_kustomization({ value, source }, add) {
    const folder = external_node_path_.posix.dirname(source.path);
    const local = (from, path, origin) => {
        if (typeof path === 'string' && !isRemote(path))
            add(from, folder, path, origin);
    };
    for (const key of [
        'resources',
        'bases',
        'components',
        'crds',
        'configurations',
        'patchesStrategicMerge',
        'generators',
        'transformers',
        'validators',
    ]) {
        for (const [index, path] of items(value, key).entries())
            local(`${key} of the kustomization`, path, values_placeOf(value, key, index));
    }
    for (const key of ['patches', 'patchesJson6902', 'replacements']) {
        for (const item of items(value, key))
            local(`${key} of the kustomization`, values_text(item, 'path'), values_placeOf(item, 'path'));
    }
    for (const item of items(value, 'configMapGenerator')) {
        const from = 'configMapGenerator of the kustomization';
        for (const [index, file] of items(item, 'files').entries()) {
            // `key=path`, or a path whose last part is the key.
            if (typeof file === 'string')
                local(from, file.slice(file.indexOf('=') + 1), values_placeOf(item, 'files', index));
        }
        for (const [index, file] of items(item, 'envs').entries())
            local(from, file, values_placeOf(item, 'envs', index));
        local(from, values_text(item, 'env'), values_placeOf(item, 'env'));
    }
    for (const item of items(value, 'helmCharts'))
        local('helmCharts of the kustomization', values_text(item, 'valuesFile'), values_placeOf(item, 'valuesFile'));
}
function repository_files_chart({ value, source }, add) {
    for (const item of items(value, 'dependencies')) {
        const repository = values_text(item, 'repository');
        if (repository?.startsWith('file://'))
            add('dependency of the chart', external_node_path_.posix.dirname(source.path), repository.slice('file://'.length), values_placeOf(item, 'repository'));
    }
}
// `flux bootstrap` names the source of the repository that it lives in so.
function flux({ kind, group, object }, add) {
    if (kind !== 'Kustomization' || group !== 'kustomize.toolkit.fluxcd.io')
        return;
    const spec = values_member(object, 'spec');
    const own = values_text(spec, 'sourceRef', 'kind') === 'GitRepository' && values_text(spec, 'sourceRef', 'name') === 'flux-system';
    const path = values_text(spec, 'path');
    if (own && path !== undefined)
        add('path of the Flux Kustomization', '.', path.replace(/^\/+/, ''), values_placeOf(spec, 'path'));
}
function repository_files_included({ value, source }, add) {
    const folder = external_node_path_.posix.dirname(source.path);
    for (const [index, item] of items(value, 'include').entries()) {
        if (typeof item === 'string')
            localTo(add, 'include of the compose file', folder, item, values_placeOf(value, 'include', index));
        else
            localTo(add, 'include of the compose file', folder, values_text(item, 'path'), values_placeOf(item, 'path'));
    }
}
function localTo(add, from, folder, path, origin) {
    if (path !== undefined && !isRemote(path))
        add(from, folder, path, origin);
}
function compose(sources, add) {
    for (const { file, service, name } of composeServices(sources)) {
        if (!sources.isSubject(file))
            continue;
        const folder = external_node_path_.posix.dirname(file);
        const build = values_member(service, 'build');
        const context = values_text(build, 'context');
        if (context !== undefined && !isRemote(context)) {
            const place = values_placeOf(build, 'context') ?? values_placeOf(service, 'build');
            add(`build context of service ${name}`, folder, context, place);
            const own = values_member(build, 'dockerfile_inline') === undefined && !context.includes('${');
            const dockerfile = values_text(build, 'dockerfile');
            if (own && dockerfile !== undefined)
                add(`dockerfile of service ${name}`, external_node_path_.posix.join(folder, context), dockerfile, values_placeOf(build, 'dockerfile'));
        }
        environmentFiles(service, name, folder, add);
    }
}
function environmentFiles(service, name, folder, add) {
    const from = `env_file of service ${name}`;
    add(from, folder, values_text(service, 'env_file'), values_placeOf(service, 'env_file'));
    for (const [index, item] of items(service, 'env_file').entries()) {
        if (typeof item === 'string')
            add(from, folder, item, values_placeOf(service, 'env_file', index));
        else if (values_member(item, 'required') !== false)
            add(from, folder, values_text(item, 'path'), values_placeOf(item, 'path') ?? originOf(item));
    }
}

;// CONCATENATED MODULE: ./src/subjects/repository-images.ts





/** Every image that is named and settled, with where: `from` (pod, compose, dockerfile, kustomization) and the object's `kind`. */
function repositoryImages(sources, cluster) {
    const found = [];
    const add = (reference, from, kind, origin) => {
        if (reference !== undefined && reference !== '' && !reference.includes('$'))
            found.push(repository_places_placed({ ...parseImage(reference), from, kind, label: `image ${reference}` }, origin));
    };
    for (const resource of sources.resources) {
        if (resource.patch || !sources.isEvidence(resource.source.path))
            continue;
        for (const pod of cluster.podsOf(resource)) {
            for (const { value } of pod.containers())
                add(values_text(value, 'image'), 'pod', resource.kind, originOf(value)?.child('image'));
        }
    }
    for (const { file, service } of composeServices(sources)) {
        if (sources.isEvidence(file))
            add(values_text(service, 'image'), 'compose', 'service', originOf(service)?.child('image'));
    }
    for (const { source, stages } of sources.dockerfiles) {
        if (!sources.isEvidence(source.path))
            continue;
        for (const { base, parent } of stages) {
            const origin = { source, span: base.word.span, key: base.word.span, child: () => undefined };
            if (!parent && base.reason === '')
                add(base.value, 'dockerfile', 'FROM', origin);
        }
    }
    for (const { kind, value, source } of sources.documents) {
        if (kind !== 'kustomization' || !sources.isEvidence(source.path))
            continue;
        for (const image of items(value, 'images'))
            add(kustomized(image), 'kustomization', 'Kustomization', originOf(image)?.child('newName') ?? originOf(image));
    }
    return found;
}
function kustomized(image) {
    const name = values_text(image, 'newName') ?? values_text(image, 'name');
    const tag = values_member(image, 'newTag');
    const digest = values_text(image, 'digest');
    return name && `${name}${tag === undefined ? '' : `:${String(tag)}`}${digest === undefined ? '' : `@${digest}`}`;
}

;// CONCATENATED MODULE: ./src/subjects/repository-items.ts



function resourceItem(resource) {
    const { apiVersion, kind, group, name, namespace, source } = resource;
    const item = { apiVersion, kind, group, name, namespace: namespace ?? '', file: source.path, label: `${kind} ${name}` };
    Object.defineProperty(item, 'object', { get: () => settledCopy(resource.object), enumerable: true });
    const origin = resource.origin.child('kind') ?? resource.origin;
    return withOrigin(item, origin);
}
function podItems(resource, cluster) {
    const { kind, group, name } = resource;
    return cluster.podsOf(resource).map((pod) => {
        const item = { kind, group, name, spec: settledCopy(pod.spec), metadata: settledCopy(pod.metadata), label: `pod of ${kind} ${name}` };
        return withOrigin(item, pod.origin);
    });
}
/** Secrets, and pods that take one in. */
function secretUses(resources, cluster) {
    return resources.flatMap((resource) => {
        if (resource.patch)
            return [];
        if (resource.kind === 'Secret' && resource.group === '')
            return [resourceItem(resource)];
        return podItems(resource, cluster).filter(({ spec }) => TAKES_SECRET.test(JSON.stringify(spec, (_, value) => (typeof value === 'bigint' ? Number(value) : value))));
    });
}
const TAKES_SECRET = /"(?:secretKeyRef|secretRef|secretName)":|"secret":\{/;
function documentItem(document) {
    const { source, origin } = document;
    const item = {
        file: source.path,
        name: values_text(document.value, 'name') ?? values_text(document.value, 'metadata', 'name') ?? '',
        kind: document.head.kind ?? '',
        label: source.path,
    };
    Object.defineProperty(item, 'object', { get: () => settledCopy(document.value) ?? {}, enumerable: true });
    return withOrigin(item, origin);
}
function hookItem({ name, arguments: words, origin }) {
    return repository_places_placed({ name, arguments: words, label: `pre-commit hook ${name}` }, origin);
}
function serviceItem({ name, service, origin }) {
    return repository_places_placed({ ...mapping(settledCopy(service)), label: `service ${name}` }, origin);
}

;// CONCATENATED MODULE: ./src/subjects/repository.ts











/** The target as a whole. Everything is read when an expression asks for it. */
function repositorySubject(sources, cluster) {
    return {
        scope: 'repository',
        origin: undefined,
        file: '.',
        resource: undefined,
        container: undefined,
        workload: undefined,
        label: 'the repository',
        value: undefined,
        variables: { repository: repository_lazily({ ...proofs(sources, cluster), ...suspects(sources), ...needs(sources, cluster) }) },
        variant: 'repository',
        group: undefined,
    };
}
/** What GitHub itself looks for in `docs/`. */
const IN_DOCS = /^docs\/(?:SECURITY|CODEOWNERS)[^/]*$/;
/** What proves a practice: nothing from folders of examples, tests, documentation and vendored code. */
function proofs(sources, cluster) {
    const proof = (all) => all.filter(({ source }) => sources.isEvidence(source.path));
    const resources = () => proof(sources.resources).filter(({ patch }) => !patch);
    const documents = (kind) => () => proof(sources.documents)
        .filter((document) => document.kind === kind)
        .map(documentItem);
    const services = () => composeServices(sources).filter(({ file }) => sources.isEvidence(file));
    return {
        resources: () => resources().map(resourceItem),
        pods: () => resources().flatMap((resource) => podItems(resource, cluster)),
        namespaces: () => [
            ...new Set(resources().flatMap((resource) => (cluster.podsOf(resource).length > 0 ? [resource.namespace ?? 'default'] : []))),
        ].sort(),
        secretUses: () => secretUses(resources(), cluster),
        images: () => repositoryImages(sources, cluster),
        dockerfiles: () => proof(sources.dockerfiles).map(({ source }) => fileItem(source.path, source)),
        services: () => services().map(serviceItem),
        files: () => sources.files.filter((path) => sources.isEvidence(path) || IN_DOCS.test(path)).map((path) => fileItem(path)),
        kustomizations: documents('kustomization'),
        charts: documents('chart'),
        configurations: documents('config'),
        workflows: () => sources.workflows.map(documentItem),
        ci: () => readCi(sources),
        hooks: () => preCommitHooks('.', sources).map(hookItem),
        references: () => references(sources, 'evidence'),
        terraform: () => terraformBlocks(sources),
    };
}
/** What can be wrong, of the files that `paths` select. */
function suspects(sources) {
    const manifests = () => sources.manifests.filter(({ source }) => sources.isSubject(source.path));
    return {
        manifests: () => manifests().map(({ source }) => fileItem(source.path, source)),
        remoteReferences: () => references(sources, 'subjects'),
        fileReferences: () => fileReferences(sources),
        credentialFiles: () => credentialFiles(sources),
        actions: () => usedActions(sources),
    };
}
/** Whether the target has what a practice is about. */
function needs(sources, cluster) {
    const carries = ({ kind, source }) => (kind === 'chart' || kind === 'compose') && sources.isSubject(source.path);
    const hasWorkloads = () => cluster.subjects.length > 0 || sources.documents.some(carries);
    const buildsImages = () => sources.dockerfiles.some(({ source }) => sources.isSubject(source.path));
    return { hasWorkloads, buildsImages, handlesImages: () => hasWorkloads() || buildsImages() };
}
function repository_lazily(facts) {
    const subject = {};
    for (const [name, make] of Object.entries(facts)) {
        let made;
        const get = () => {
            made ??= { value: make() };
            return made.value;
        };
        Object.defineProperty(subject, name, { get, enumerable: true, configurable: true });
    }
    return subject;
}

;// CONCATENATED MODULE: ./src/subjects/api-lifecycle.ts
/**
 * Minor versions of Kubernetes 1 since which an API is deprecated and no longer served; 0 for never. From the lifecycle that the types
 * of Kubernetes 1.36 declare, and for what it no longer has from its deprecation guide.
 */
const ROWS = [
    ['admission.k8s.io/v1beta1', 19, 22, 'admission.k8s.io/v1', ['AdmissionReview']],
    ['admissionregistration.k8s.io/v1alpha1', 29, 32, '', ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding']],
    ['admissionregistration.k8s.io/v1alpha1', 35, 38, '', ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding']],
    [
        'admissionregistration.k8s.io/v1beta1',
        16,
        22,
        'admissionregistration.k8s.io/v1',
        ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
    ],
    ['admissionregistration.k8s.io/v1beta1', 31, 34, '', ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding']],
    [
        'admissionregistration.k8s.io/v1beta1',
        37,
        40,
        'admissionregistration.k8s.io/v1',
        ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'],
    ],
    ['apidiscovery.k8s.io/v2beta1', 32, 35, '', ['APIGroupDiscovery']],
    ['apiextensions.k8s.io/v1beta1', 16, 22, 'apiextensions.k8s.io/v1', ['CustomResourceDefinition']],
    ['apiregistration.k8s.io/v1beta1', 19, 22, 'apiregistration.k8s.io/v1', ['APIService']],
    ['apps/v1beta1', 8, 16, 'apps/v1', ['ControllerRevision', 'Deployment', 'DeploymentRollback', 'StatefulSet']],
    ['apps/v1beta1', 8, 16, 'autoscaling/v1', ['Scale']],
    ['apps/v1beta2', 9, 16, 'apps/v1', ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet']],
    ['apps/v1beta2', 9, 16, 'autoscaling/v1', ['Scale']],
    ['authentication.k8s.io/v1alpha1', 29, 32, '', ['SelfSubjectReview']],
    ['authentication.k8s.io/v1beta1', 19, 22, 'authentication.k8s.io/v1', ['TokenReview']],
    ['authentication.k8s.io/v1beta1', 30, 33, '', ['SelfSubjectReview']],
    [
        'authorization.k8s.io/v1beta1',
        19,
        22,
        'authorization.k8s.io/v1',
        ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
    ],
    ['autoscaling/v2beta1', 22, 25, 'autoscaling/v2', ['HorizontalPodAutoscaler']],
    ['autoscaling/v2beta2', 23, 26, 'autoscaling/v2', ['HorizontalPodAutoscaler']],
    ['batch/v1beta1', 21, 25, 'batch/v1', ['CronJob']],
    ['batch/v2alpha1', 8, 21, 'batch/v1', ['CronJob']],
    ['certificates.k8s.io/v1alpha1', 34, 37, '', ['ClusterTrustBundle']],
    ['certificates.k8s.io/v1beta1', 19, 22, 'certificates.k8s.io/v1', ['CertificateSigningRequest']],
    ['certificates.k8s.io/v1beta1', 37, 40, '', ['ClusterTrustBundle']],
    ['certificates.k8s.io/v1beta1', 38, 41, '', ['PodCertificateRequest']],
    ['coordination.k8s.io/v1alpha2', 35, 38, '', ['LeaseCandidate']],
    ['coordination.k8s.io/v1beta1', 19, 22, 'coordination.k8s.io/v1', ['Lease']],
    ['coordination.k8s.io/v1beta1', 36, 39, '', ['LeaseCandidate']],
    ['discovery.k8s.io/v1beta1', 21, 25, 'discovery.k8s.io/v1', ['EndpointSlice']],
    ['events.k8s.io/v1beta1', 22, 25, '', ['Event']],
    ['extensions/v1beta1', 2, 16, '', ['Scale']],
    ['extensions/v1beta1', 8, 16, '', ['DeploymentRollback']],
    ['extensions/v1beta1', 8, 16, 'apps/v1', ['DaemonSet', 'Deployment', 'ReplicaSet']],
    ['extensions/v1beta1', 9, 16, 'networking.k8s.io/v1', ['NetworkPolicy']],
    ['extensions/v1beta1', 10, 16, 'policy/v1beta1', ['PodSecurityPolicy']],
    ['extensions/v1beta1', 14, 22, 'networking.k8s.io/v1', ['Ingress']],
    ['flowcontrol.apiserver.k8s.io/v1beta1', 23, 26, 'flowcontrol.apiserver.k8s.io/v1beta3', ['FlowSchema', 'PriorityLevelConfiguration']],
    ['flowcontrol.apiserver.k8s.io/v1beta2', 26, 29, 'flowcontrol.apiserver.k8s.io/v1beta3', ['FlowSchema', 'PriorityLevelConfiguration']],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 29, 32, 'flowcontrol.apiserver.k8s.io/v1', ['FlowSchema', 'PriorityLevelConfiguration']],
    ['networking.k8s.io/v1beta1', 19, 22, 'networking.k8s.io/v1', ['Ingress', 'IngressClass']],
    ['networking.k8s.io/v1beta1', 34, 37, '', ['IPAddress', 'ServiceCIDR']],
    ['node.k8s.io/v1alpha1', 20, 22, 'node.k8s.io/v1', ['RuntimeClass']],
    ['node.k8s.io/v1beta1', 22, 25, '', ['RuntimeClass']],
    ['policy/v1beta1', 21, 25, '', ['PodSecurityPolicy']],
    ['policy/v1beta1', 21, 25, 'policy/v1', ['PodDisruptionBudget']],
    ['policy/v1beta1', 22, 25, '', ['Eviction']],
    [
        'rbac.authorization.k8s.io/v1beta1',
        17,
        22,
        'rbac.authorization.k8s.io/v1',
        ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
    ],
    ['resource.k8s.io/v1alpha3', 36, 39, '', ['DeviceTaintRule']],
    ['resource.k8s.io/v1alpha3', 39, 42, '', ['ResourcePoolStatusRequest']],
    ['resource.k8s.io/v1beta1', 35, 38, '', ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice']],
    ['resource.k8s.io/v1beta2', 36, 39, '', ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice']],
    ['resource.k8s.io/v1beta2', 39, 42, '', ['DeviceTaintRule']],
    ['scheduling.k8s.io/v1alpha1', 14, 17, 'scheduling.k8s.io/v1', ['PriorityClass']],
    ['scheduling.k8s.io/v1beta1', 14, 22, 'scheduling.k8s.io/v1', ['PriorityClass']],
    ['settings.k8s.io/v1alpha1', 19, 20, '', ['PodPreset']],
    ['storage.k8s.io/v1alpha1', 21, 24, 'storage.k8s.io/v1', ['VolumeAttachment']],
    ['storage.k8s.io/v1alpha1', 21, 24, 'storage.k8s.io/v1beta1', ['CSIStorageCapacity']],
    ['storage.k8s.io/v1alpha1', 32, 35, 'storage.k8s.io/v1', ['VolumeAttributesClass']],
    ['storage.k8s.io/v1beta1', 17, 22, 'storage.k8s.io/v1', ['CSINode']],
    ['storage.k8s.io/v1beta1', 19, 22, 'storage.k8s.io/v1', ['CSIDriver', 'StorageClass', 'VolumeAttachment']],
    ['storage.k8s.io/v1beta1', 24, 27, 'storage.k8s.io/v1', ['CSIStorageCapacity']],
    ['storage.k8s.io/v1beta1', 34, 37, 'storage.k8s.io/v1', ['VolumeAttributesClass']],
    ['storagemigration.k8s.io/v1beta1', 38, 41, '', ['StorageVersionMigration']],
];
const LIFECYCLES = new Map(ROWS.flatMap(([apiVersion, deprecated, removed, replacement, kinds]) => kinds.map((kind) => [
    `${apiVersion} ${kind}`,
    {
        ...(deprecated > 0 ? { deprecated: BigInt(deprecated) } : {}),
        ...(removed > 0 ? { removed: BigInt(removed) } : {}),
        replacement,
    },
])));
const CURRENT = { replacement: '' };
/** For expressions: `deprecated` and `removed` where they are, as minor versions of Kubernetes 1, and `replacement`, '' for none. */
function apiOf({ apiVersion, kind }) {
    return LIFECYCLES.get(`${apiVersion} ${kind}`) ?? CURRENT;
}

;// CONCATENATED MODULE: ./src/subjects/resource-subjects.ts



class ResourceSubject {
    scope = 'resource';
    container = undefined;
    value;
    resource;
    variables;
    #cluster;
    #resource;
    constructor(cluster, resource) {
        this.value = resource.object;
        this.resource = resourceNameOf(resource);
        this.variables = new ResourceVariables(cluster, resource);
        this.#cluster = cluster;
        this.#resource = resource;
    }
    get origin() {
        return this.#resource.origin;
    }
    get file() {
        return this.#resource.source.path;
    }
    get workload() {
        return this.#cluster.podsOf(this.#resource)[0]?.label;
    }
    get label() {
        return labelOf(this.resource);
    }
    get variant() {
        return this.#resource.kind;
    }
    get group() {
        return this.#resource.group;
    }
}
class ResourceVariables {
    object;
    #cluster;
    #resource;
    #secrets;
    constructor(cluster, resource) {
        this.object = resource.object;
        this.#cluster = cluster;
        this.#resource = resource;
    }
    get namespaceObject() {
        return this.#cluster.namespaceObject(this.#resource);
    }
    get related() {
        return this.#cluster.relatedTo(this.#resource);
    }
    get secrets() {
        this.#secrets ??= objectSecrets(this.#resource);
        return this.#secrets;
    }
    get schemaErrors() {
        return this.#cluster.schemaErrors(this.#resource);
    }
    get api() {
        return apiOf(this.#resource);
    }
}

;// CONCATENATED MODULE: ./src/subjects/collect.ts









/** The subjects of each wanted scope, in the order of their files. What `paths` leave out is none. */
function collectSubjects(sources, wanted, schemaErrors = () => []) {
    const cluster = new Cluster(sources, schemaErrors);
    const collectors = {
        resource: () => [...cluster.subjects, ...cluster.definitions].map((resource) => new ResourceSubject(cluster, resource)),
        pod: () => cluster.subjectPods.map((pod) => podSubject(cluster, pod)),
        container: () => cluster.subjectPods.flatMap((pod) => containerSubjects(cluster, pod)),
        volume: () => cluster.subjectPods.flatMap((pod) => volumeSubjects(cluster, pod)),
        image: () => [
            ...cluster.subjectPods.flatMap((pod) => podImageSubjects(cluster, pod)),
            ...kustomizationImageSubjects(sources),
            ...composeImageSubjects(sources),
            ...dockerfileSubjects(sources, 'image'),
        ],
        namespace: () => namespaceSubjects(cluster),
        component: () => componentSubjects(sources, cluster),
        dockerfile: () => dockerfileSubjects(sources, 'dockerfile'),
        'build-stage': () => dockerfileSubjects(sources, 'build-stage'),
        instruction: () => dockerfileSubjects(sources, 'instruction'),
        command: () => dockerfileSubjects(sources, 'command'),
        'compose-service': () => composeSubjects(sources),
        repository: () => [repositorySubject(sources, cluster)],
    };
    const subjects = new Map();
    for (const scope of wanted)
        subjects.set(scope, collectors[scope]?.() ?? []);
    return subjects;
}

;// CONCATENATED MODULE: ./src/gate.ts










/**
 * The whole story: files become documents, documents become subjects, rules judge the subjects, and what they say becomes scores,
 * stages and a verdict. Nothing after this decides anything.
 */
function gate_gate(tree, settings) {
    const sources = readSources(tree, settings.selection);
    const controls = settings.rules.map(({ rule, params, off }) => ({ compiled: compileRule(rule, params), off }));
    const api = new Api(settings.kubernetesVersion, sources.definitions);
    const wanted = new Set([...settings.rules.map(({ rule }) => rule.scope), 'pod']);
    const subjects = collectSubjects(sources, wanted, (resource) => api.errorsOf(resource));
    const placing = new Placing(settings.targets, sources.isSubject);
    const agents = new NodeAgents(embedded/* model */.ge.nodeAgents);
    const assessment = assess(controls, { sources, subjects, placing, agents, targets: settings.targets.length });
    const levels = new PodSecurityLevels((0,embedded/* podSecurityChecks */.$s)(), settings);
    const pods = (subjects.get('pod') ?? []).filter(({ file }) => sources.isSubject(file));
    return toReport(assessment, settings, sources, placing, embedded/* model */.ge, settings.only ? undefined : levels.of(pods));
}

;// CONCATENATED MODULE: ./src/report/formats.ts
/** Every format: the file it is written to below a report directory, and its reporter, loaded when it is wanted. */
const report_formats_FORMATS = {
    text: { file: 'report.txt', load: async () => (await __webpack_require__.e(/* import() */ 656).then(__webpack_require__.bind(__webpack_require__, 4656))).text },
    json: { file: 'report.json', load: async () => (await __webpack_require__.e(/* import() */ 794).then(__webpack_require__.bind(__webpack_require__, 2794))).json },
    sarif: { file: 'report.sarif', load: async () => (await __webpack_require__.e(/* import() */ 293).then(__webpack_require__.bind(__webpack_require__, 7293))).sarif },
    markdown: { file: 'report.md', load: async () => (await __webpack_require__.e(/* import() */ 715).then(__webpack_require__.bind(__webpack_require__, 96))).markdown },
    github: { file: 'report.github.txt', load: async () => (await __webpack_require__.e(/* import() */ 611).then(__webpack_require__.bind(__webpack_require__, 7611))).github },
};
const FORMAT_NAMES = Object.keys(report_formats_FORMATS);
function fileOf(format) {
    return report_formats_FORMATS[format].file;
}
function reporter(format) {
    return report_formats_FORMATS[format].load();
}

;// CONCATENATED MODULE: ./src/report/lines.ts



/** Lines of a tree's files, each file read when it is first asked for. */
function lineReader(tree) {
    const sources = new Map();
    return (file, line) => {
        if (!sources.has(file))
            sources.set(file, lines_read(tree, file));
        return sources.get(file)?.line(line);
    };
}
function lines_read(tree, file) {
    try {
        return tree.has(file) ? new Source(file, decode(tree.read(file))) : undefined;
    }
    catch (error) {
        if (error instanceof Unreadable)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/source/git.ts



/**
 * What git tracks and what it would track, relative to the root; undefined where there is no repository or git fails. Files that are
 * tracked and deleted are in it: finding out costs a look at each.
 */
function listWithGit(root, unlisted) {
    if (!isRepository(root))
        return undefined;
    // Containers of CI often run as another user than the owner of the checkout. Listing runs no hook, and the monitor, which
    // a configuration could set to any program, is switched off.
    const settings = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
    const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const done = (0,external_node_child_process_.spawnSync)('git', [...settings, ...list], { cwd: root, maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'pipe'] });
    if (done.error || done.status !== 0)
        return undefined;
    for (const [, path, reason] of done.stderr.toString().matchAll(/could not open directory '([^'\n]+)': ([^\n]+)/g)) {
        unlisted.push({ path: (path ?? '.').replace(/\/$/, ''), reason: `the folder cannot be listed (${reason})` });
    }
    // A repository below this one is listed as a folder.
    return done.stdout
        .toString()
        .split('\0')
        .filter((path) => path !== '' && !path.endsWith('/'));
}
// An empty `.git` only marks a root, and git would go on to a repository further up.
function isRepository(root) {
    for (let folder = root;; folder = (0,external_node_path_.dirname)(folder)) {
        const git = (0,external_node_path_.join)(folder, '.git');
        const stat = (0,external_node_fs_.lstatSync)(git, { throwIfNoEntry: false });
        if (stat)
            return !stat.isDirectory() || (0,external_node_fs_.readdirSync)(git).length > 0;
        if (folder === (0,external_node_path_.dirname)(folder))
            return false;
    }
}

// EXTERNAL MODULE: ./node_modules/glob/dist/esm/index.min.js
var index_min = __webpack_require__(1668);
;// CONCATENATED MODULE: ./src/source/walk.ts



/** Every file at or below `base` (relative to the root), links not followed, without repositories of their own below it. */
function walk_walk(root, base, unlisted) {
    const options = {
        cwd: (0,external_node_path_.join)(root, base),
        dot: true,
        nodir: true,
        follow: false,
        posix: true,
        // glob takes a folder that it may not list for an empty one.
        fs: { readdirSync: listing(root, unlisted) },
        ignore: {
            ignored: () => false,
            childrenIgnored: (path) => path.name === '.git' || path.name === 'node_modules' || (path.relative() !== '' && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path.fullpath(), '.git'))),
        },
    };
    const found = (0,index_min/* globSync */.AZ)('**', { ...options, withFileTypes: false });
    return found.map((path) => (base === '.' ? path : `${base}/${path}`));
}
function listing(root, unlisted) {
    return (path, options) => {
        try {
            return (0,external_node_fs_.readdirSync)(path, options);
        }
        catch (error) {
            const reason = `the folder cannot be listed (${error.code})`;
            unlisted.push({ path: String(path).slice(root.length + 1) || '.', reason });
            throw error;
        }
    };
}

;// CONCATENATED MODULE: ./src/source/files.ts






/**
 * The files of a folder on disk: those that git tracks or would track, else all. `paths` names (relative to the root) add what git
 * ignores. Submodules and repositories below the root are roots of their own and left out, as git does.
 */
function openTree(root, paths = []) {
    const unlisted = [];
    // A root inside a folder that git ignores was named by somebody.
    const tracked = listWithGit(root, unlisted);
    const listed = tracked?.length ? tracked : walk_walk(root, '.', unlisted);
    const ignored = paths.flatMap((path) => namedOnly(root, path, listed, unlisted));
    const files = [...new Set([...listed, ...ignored])].sort();
    return { files, unlisted, read: reader(root, files), has: (path) => files_inside(path) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, path)) };
}
// What somebody names is meant, ignored or not; where git lists something there, only that is.
function namedOnly(root, path, listed, unlisted) {
    if (path === '.' || path.startsWith('!'))
        return [];
    const matches = globMatcher([path], { anyDepth: false });
    if (listed.some(matches))
        return [];
    const base = !isMagic(path) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, path)) ? path : staticPrefix(path);
    const stat = (0,external_node_fs_.statSync)((0,external_node_path_.join)(root, base), { throwIfNoEntry: false });
    if (!stat)
        return [];
    return stat.isDirectory() ? walk_walk(root, base, unlisted).filter((file) => base === path || matches(file)) : [base];
}
function files_inside(path) {
    return !path.startsWith('/') && !path.split('/').includes('..');
}
/** Reads synchronously into one buffer: a file costs 6 µs so, and two to four times as much asynchronously. */
function reader(root, files) {
    let buffer = Buffer.allocUnsafe(256 * 1024);
    const links = linkResolver(root, files);
    return (path, limit) => {
        if (!files_inside(path))
            throw new Unreadable('the path leaves the root', true);
        const file = links(path);
        let descriptor;
        try {
            descriptor = (0,external_node_fs_.openSync)(file, 'r');
        }
        catch (error) {
            throw new Unreadable(`the file cannot be read (${error.code})`);
        }
        try {
            const size = (0,external_node_fs_.fstatSync)(descriptor).size;
            if (limit === undefined && size > LARGEST) {
                throw new Unreadable(`the file is larger than ${LARGEST / 1024 / 1024} MB`);
            }
            const wanted = Math.min(size, limit ?? size);
            if (wanted > buffer.length)
                buffer = Buffer.allocUnsafe(wanted);
            let filled = 0;
            for (let got = -1; filled < wanted && got !== 0; filled += got)
                got = (0,external_node_fs_.readSync)(descriptor, buffer, filled, wanted - filled, filled);
            return buffer.subarray(0, filled);
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    };
}
/** The path to open. Throws for what is no file: a pipe or device is never opened, a link followed only to a file that is not read anyway. */
function linkResolver(root, files) {
    const top = (0,external_node_fs_.realpathSync)(root);
    const targets = new Map();
    return (path) => {
        const file = (0,external_node_path_.join)(root, path);
        const stat = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
        // What is listed lies behind no link; what is asked for beside that may.
        if (stat?.isFile() && (isListed(files, path) || (0,external_node_fs_.realpathSync)(file) === (0,external_node_path_.join)(top, path)))
            return file;
        if (!stat && path.includes('\uFFFD'))
            throw new Unreadable("the file's name is not UTF-8");
        if (!stat || !(stat.isSymbolicLink() || stat.isFile()))
            throw new Unreadable(stat ? 'it is no regular file' : 'the file is deleted', true);
        const target = (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.realpathSync)(file) : undefined;
        if (!target?.startsWith(top + external_node_path_.sep) || !(0,external_node_fs_.statSync)(target).isFile())
            throw new Unreadable('the link leaves the root or leads to no file', true);
        const name = (0,external_node_path_.relative)(top, target).split(external_node_path_.sep).join('/');
        if (isListed(files, name) || name.startsWith('.git/') || (targets.get(target) ?? path) !== path)
            throw new Unreadable(`the link leads to ${name}`, true);
        targets.set(target, path);
        return target;
    };
}
/** Files are sorted, and a set of 100,000 is not worth making for a few links. */
function isListed(files, path) {
    let low = 0;
    let high = files.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((files[middle] ?? '') < path)
            low = middle + 1;
        else
            high = middle;
    }
    return files[low] === path;
}

;// CONCATENATED MODULE: ./src/source/memory.ts

/** A tree without a disk: for standard input, examples of rules, tests. */
function memoryTree(files) {
    const bytes = new Map(Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? Buffer.from(content) : content]));
    const names = [...bytes.keys()].sort();
    return {
        files: names,
        read(path, limit) {
            const found = bytes.get(path);
            if (!found)
                throw new Unreadable('there is no such file', true);
            return limit === undefined ? found : found.subarray(0, limit);
        },
        has: (path) => path === '.' || bytes.has(path) || names.some((name) => name.startsWith(`${path}/`)),
    };
}

;// CONCATENATED MODULE: ./src/source/root.ts




/** Files that make a folder a root; `.git` may be a folder, an empty one, or a file (worktrees, submodules). */
const MARKS = ['.maturity-gate.yaml', '.git'];
/**
 * The nearest folder at or above the paths that is marked as a root; without one, the folder given, or the file's folder.
 * The paths come back relative to it, with `/`. Globs and a leading `!` are kept. Throws a UserError for a path that does not
 * exist or cannot be read, and for paths with different roots.
 */
function findRoot(paths, cwd) {
    const given = paths.some((path) => !path.startsWith('!')) ? [...paths] : ['.', ...paths];
    const mistakes = [];
    const roots = new Map();
    for (const path of given.filter((path) => !path.startsWith('!'))) {
        const base = (0,external_node_path_.resolve)(cwd, (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(cwd, path)) ? path : staticPrefix(path));
        const wrong = unusable(base);
        if (wrong)
            mistakes.push({ message: `${path}: ${wrong}` });
        else
            roots.set(rootOf(base), path);
    }
    if (mistakes.length > 0)
        throw new errors/* UserError */.yo(mistakes);
    const [first, second] = [...roots];
    if (!first)
        throw new errors/* UserError */.yo('no path is given');
    if (second)
        throw new errors/* UserError */.yo(`${first[1]} and ${second[1]} lie in different roots (${first[0]} and ${second[0]}): check them one at a time`);
    const root = first[0];
    return { root, paths: given.map((path) => (path.startsWith('!') ? `!${root_within(root, cwd, path.slice(1))}` : root_within(root, cwd, path))) };
}
function unusable(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.R_OK);
        return undefined;
    }
    catch (error) {
        const code = error.code;
        return code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file or folder' : `cannot be read (${code})`;
    }
}
function rootOf(path) {
    const start = (0,external_node_fs_.statSync)(path).isDirectory() ? path : (0,external_node_path_.dirname)(path);
    for (let folder = start;; folder = (0,external_node_path_.dirname)(folder)) {
        if (MARKS.some((mark) => (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(folder, mark))))
            return folder;
        if (folder === (0,external_node_path_.dirname)(folder))
            return start;
    }
}
function root_within(root, cwd, path) {
    // resolve() would take a trailing `/` away, which is right, and leaves glob characters alone.
    const from = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(cwd, path)).split(external_node_path_.sep).join('/');
    return from === '' || (isMagic(path) && from.startsWith('..')) ? '.' : from;
}

// EXTERNAL MODULE: ./src/cli/output.ts
var output = __webpack_require__(6657);
;// CONCATENATED MODULE: ./src/cli/values.ts


const STAGES = [1, 2, 3, 4, 5];
// A manifest by its name; whatever is piped in is told by its content.
const STDIN = 'stdin.yaml';
/** Throws a UserError that names every bad value and what is allowed; `stageIds` in the order of the stages. */
function checkOptions(given, stageIds) {
    const mistakes = [];
    const refuse = (option, value, allowed, meant) => {
        const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
        mistakes.push({ message: `--${option}: ${JSON.stringify(value)} is not allowed: ${allowed}${hint}` });
    };
    const choice = (option, value, values) => {
        const found = values.find((one) => one === value);
        if (value !== undefined && found === undefined)
            refuse(option, value, `it is one of ${values.join(', ')}`, (0,errors/* nearest */.pA)(value, values));
        return found;
    };
    const piped = given.operands.includes('-') || given.has('stdin');
    const paths = given.operands.filter((path) => path !== '-');
    if (piped && paths.length > 0)
        mistakes.push({ message: `${paths[0]}: no path is judged together with standard input` });
    const formats = given.values('formats', 'split');
    const options = {
        paths,
        stdin: piped ? (given.value('stdin') ?? STDIN) : undefined,
        config: given.value('config'),
        requiredStage: stage(given.value('required-stage'), stageIds, refuse),
        threshold: threshold(given.value('threshold'), refuse),
        mode: choice('mode', given.value('mode'), ['enforce', 'report']),
        exclude: given.values('exclude'),
        only: given.values('only', 'split'),
        skip: given.values('skip', 'split'),
        date: date(given.value('date'), refuse),
        onNothingScanned: choice('on-nothing-scanned', given.value('on-nothing-scanned'), ['fail', 'warn', 'ignore']) ?? 'fail',
        format: choice('format', given.value('format'), FORMAT_NAMES) ?? 'text',
        formats: formats.length === 0 ? ['json'] : formats.flatMap((format) => choice('formats', format, FORMAT_NAMES) ?? []),
        reportDir: given.value('report-dir'),
    };
    if (formats.length > 0 && options.reportDir === undefined)
        mistakes.push({ message: '--formats: needs --report-dir, the folder to write to' });
    if (mistakes.length > 0)
        throw new errors/* UserError */.yo(mistakes);
    return options;
}
function stage(value, ids, refuse) {
    const found = STAGES.find((number, index) => value === String(number) || value === ids[index]);
    if (value === undefined || found !== undefined)
        return found;
    refuse('required-stage', value, `it is 1 to 5, or one of ${ids.join(', ')}`, (0,errors/* nearest */.pA)(value, ids));
    return undefined;
}
function threshold(value, refuse) {
    if (value === undefined)
        return undefined;
    if (/^\d{1,3}(\.\d+)?$/.test(value) && Number(value) <= 100)
        return Number(value);
    refuse('threshold', value, 'it is a number from 0 to 100');
    return undefined;
}
function date(value, refuse) {
    if (value === undefined || values_isDate(value))
        return value;
    refuse('date', value, 'it is a day, YYYY-MM-DD');
    return undefined;
}
function values_isDate(value) {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

;// CONCATENATED MODULE: ./src/cli/check.ts













/** Judges, then writes; the exit code is settled before anything is written. */
async function cli_check_check(given, io) {
    const options = checkOptions(given, embedded/* model */.ge.stages.map(({ id }) => id));
    const open = await opened(options, io);
    const settings = await check_settingsOf(open, options, io);
    const report = gate_gate(open.tree, settings);
    const code = exitCode(report.verdict, settings.mode, options.onNothingScanned);
    await write(report, contextOf(open, settings, given, io), given, options, io);
    return code;
}
async function opened(options, io) {
    if (options.stdin !== undefined)
        return { root: undefined, tree: memoryTree({ [options.stdin]: await io.readStdin() }), paths: [] };
    const { root, paths } = findRoot(options.paths, io.cwd);
    return { root, tree: openTree(root, paths), paths };
}
async function check_settingsOf({ root, tree, paths }, options, io) {
    const inputs = { ...options, paths };
    if (root === undefined && options.config === undefined)
        return settle(tree, undefined, inputs);
    return loadConfig(tree, { root: root ?? io.cwd, cwd: io.cwd, explicit: options.config }, inputs);
}
function contextOf({ root, tree }, settings, given, io) {
    const workspace = io.env.GITHUB_WORKSPACE;
    const below = workspace && root !== undefined ? (0,external_node_path_.relative)(workspace, root).split(external_node_path_.sep).join('/') : '';
    const wanted = [given.value('format'), ...given.values('formats', 'split')];
    // Only SARIF explains its rules.
    const texts = wanted.includes('sarif') ? new Map([...(0,embedded/* embeddedTexts */.BC)(), ...settings.texts]) : settings.texts;
    return {
        rules: new Map(settings.rules.map(({ rule }) => [rule.id, { rule, text: texts.get(rule.id) }])),
        line: lineReader(tree),
        ...(0,output/* looks */.dx)(given, io),
        base: below.startsWith('..') ? '' : below,
        name: 'maturity-gate',
        only: settings.only,
        enforce: settings.mode === 'enforce',
    };
}
async function write(report, context, given, options, io) {
    if (report.verdict.outcome === 'nothing-scanned' && options.onNothingScanned === 'warn') {
        await io.stderr.write('maturity-gate: warning: nothing to judge was found\n');
    }
    for (const format of options.reportDir === undefined ? [] : new Set(options.formats)) {
        const render = await reporter(format);
        await (0,output/* save */.UN)((0,external_node_path_.join)(options.reportDir ?? '', fileOf(format)), render(report, { ...context, color: false }), io);
    }
    const render = await reporter(options.format);
    await (0,output/* writeOut */.sD)(given, io, render(report, context));
}


/***/ }),

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

/***/ 3870:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parsePath)
/* harmony export */ });
const STEP = /\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\['((?:[^'\\]|\\.)*)'\]/y;
/** Reads `spec.containers[0].securityContext` and `metadata.annotations["a/b"]`; undefined for what is no path. */
function parsePath(text) {
    const path = [];
    STEP.lastIndex = 0;
    let at = 0;
    while (at < text.length) {
        const found = STEP.exec(text);
        if (!found || (found[1] !== undefined && at > 0 !== text.startsWith('.', at)))
            return undefined;
        const [, name, index, double, single] = found;
        path.push(index === undefined ? (name ?? (double ?? single ?? '').replace(/\\(.)/g, '$1')) : Number(index));
        at = STEP.lastIndex;
    }
    return path.length > 0 ? path : undefined;
}


/***/ }),

/***/ 1799:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ WEIGHT),
/* harmony export */   o: () => (/* binding */ SEVERITIES)
/* harmony export */ });
const SEVERITIES = ['low', 'medium', 'high', 'critical'];
const WEIGHT = { low: 1, medium: 2, high: 4, critical: 8 };


/***/ }),

/***/ 6232:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ CompileError)
/* harmony export */ });
/** An expression that is not CEL: a syntax error, an unknown name or function, types that do not fit. `at` is an offset in its text. */
class CompileError extends Error {
    at;
    constructor(message, at) {
        super(message);
        this.name = 'CompileError';
        this.at = at;
    }
}


/***/ }),

/***/ 8436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ candidates),
  T: () => (/* binding */ isFunction)
});

;// CONCATENATED MODULE: ./src/rules/cel/library/bytes.ts
const bytes = {
    'size(bytes): int': (value) => BigInt(value.length),
    'bytes.size(): int': (value) => BigInt(value.length),
};

// EXTERNAL MODULE: ./src/rules/cel/order.ts
var order = __webpack_require__(172);
// EXTERNAL MODULE: ./src/rules/cel/time.ts
var cel_time = __webpack_require__(2307);
// EXTERNAL MODULE: ./src/rules/cel/values.ts
var cel_values = __webpack_require__(8480);
;// CONCATENATED MODULE: ./src/rules/cel/library/collections.ts



function best(list, name, sign) {
    if (list.length === 0)
        throw new cel_values/* CelError */.PW(`${name} called on empty list`);
    return list.reduce((left, right) => ((0,order/* compare */.U)(left, right) === sign ? right : left));
}
function sum(list) {
    if (list.length === 0)
        return 0n;
    return list.reduce((left, right) => {
        if (typeof left === 'bigint' && typeof right === 'bigint')
            return collections_int(left + right);
        if (typeof left === 'number' && typeof right === 'number')
            return left + right;
        if (left instanceof cel_values/* Uint */.Fg && right instanceof cel_values/* Uint */.Fg)
            return new cel_values/* Uint */.Fg(left.value + right.value);
        if (left instanceof cel_time/* Duration */.dw && right instanceof cel_time/* Duration */.dw)
            return new cel_time/* Duration */.dw(left.nanoseconds + right.nanoseconds);
        throw (0,cel_values/* noSuchOverload */.vQ)();
    });
}
function optional(value) {
    return value === undefined ? cel_values/* Optional */.Xx.none : new cel_values/* Optional */.Xx(value);
}
function collections_int(value) {
    if (value > cel_values/* MAX_INT */.Hq || value < cel_values/* MIN_INT */.R)
        throw new cel_values/* CelError */.PW('integer overflow');
    return value;
}
function includes(list, item) {
    return list.some((other) => (0,cel_values/* equals */.aI)(other, item));
}
function distinct(list) {
    const seen = new Set();
    const result = [];
    for (const item of list) {
        const plain = typeof item === 'string' || typeof item === 'boolean';
        if (plain ? seen.has(item) : includes(result, item))
            continue;
        if (plain)
            seen.add(item);
        result.push(item);
    }
    return result;
}
function flatten(list, depth) {
    if (depth < 0n)
        throw new cel_values/* CelError */.PW('level must be non-negative');
    return list.flat(Number(depth));
}
function range(size) {
    if (size > 1000000n)
        throw new cel_values/* CelError */.PW('range is too large');
    return Array.from({ length: Math.max(0, Number(size)) }, (_, index) => BigInt(index));
}
function slice(list, start, end) {
    if (start < 0n || end < 0n)
        throw new cel_values/* CelError */.PW('cannot slice: negative indexes not supported');
    if (start > end)
        throw new cel_values/* CelError */.PW('cannot slice: start index must be less than or equal to end index');
    if (end > BigInt(list.length))
        throw new cel_values/* CelError */.PW('cannot slice: list is too short');
    return list.slice(Number(start), Number(end));
}
function sort(list) {
    return (0,order/* sortedBy */.V)(list.map((item) => ({ item, key: item }))).map(({ item }) => item);
}
const COMPARABLE = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'];
// One signature for each type of element, as Kubernetes declares them; at run time the first of a row answers for all.
function each(types, signature, call) {
    return Object.fromEntries(types.map((type) => [signature(type), call]));
}
const collections = {
    'size(list<A>): int': (list) => BigInt(list.length),
    'list<A>.size(): int': (list) => BigInt(list.length),
    'size(map<A, B>): int': (map) => BigInt((0,cel_values/* keysOf */.YD)(map).length),
    'map<A, B>.size(): int': (map) => BigInt((0,cel_values/* keysOf */.YD)(map).length),
    ...each(COMPARABLE, (type) => `list<${type}>.isSorted(): bool`, (list) => list.every((item, index) => index === 0 || (0,order/* compare */.U)(list[index - 1], item) < 1)),
    ...each(COMPARABLE, (type) => `list<${type}>.min(): ${type}`, (list) => best(list, 'min', 1)),
    ...each(COMPARABLE, (type) => `list<${type}>.max(): ${type}`, (list) => best(list, 'max', -1)),
    ...each(COMPARABLE, (type) => `list<${type}>.sort(): list<${type}>`, sort),
    ...each(['int', 'uint', 'double', 'duration'], (type) => `list<${type}>.sum(): ${type}`, sum),
    'list<A>.indexOf(A): int': (list, item) => BigInt(list.findIndex((other) => (0,cel_values/* equals */.aI)(other, item))),
    'list<A>.lastIndexOf(A): int': (list, item) => BigInt(list.findLastIndex((other) => (0,cel_values/* equals */.aI)(other, item))),
    'list<A>.distinct(): list<A>': distinct,
    'list<list<A>>.flatten(): list<A>': (list) => list.flat(),
    'list<dyn>.flatten(int): list<dyn>': flatten,
    'list<A>.first(): optional<A>': (list) => optional(list[0]),
    'list<A>.last(): optional<A>': (list) => optional(list.at(-1)),
    'list<A>.reverse(): list<A>': (list) => list.toReversed(),
    'list<A>.slice(int, int): list<A>': slice,
    'lists.range(int): list<int>': range,
    'sets.contains(list<A>, list<A>): bool': (list, other) => other.every((item) => includes(list, item)),
    'sets.equivalent(list<A>, list<A>): bool': (list, other) => other.every((item) => includes(list, item)) && list.every((item) => includes(other, item)),
    'sets.intersects(list<A>, list<A>): bool': (list, other) => list.some((item) => includes(other, item)),
};

;// CONCATENATED MODULE: ./src/rules/cel/library/show.ts


/** A double as Go's `%g` prints it: the shortest digits that read back, exponents from 6 on and below -4. */
function showDouble(value) {
    if (Number.isNaN(value))
        return 'NaN';
    if (!Number.isFinite(value))
        return value > 0 ? '+Inf' : '-Inf';
    if (Object.is(value, -0))
        return '-0';
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-4 || size >= 1e6)) {
        const [mantissa, exponent = ''] = value.toExponential().split('e');
        return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
    }
    return value.toString();
}
/** `string(value)`. */
function textOf(value) {
    if (typeof value === 'string')
        return value;
    if (typeof value === 'bigint' || typeof value === 'boolean')
        return `${value}`;
    if (typeof value === 'number')
        return showDouble(value);
    if (value instanceof cel_values/* Uint */.Fg)
        return `${value.value}`;
    if (value instanceof cel_time/* Timestamp */.Dc)
        return (0,cel_time/* showTimestamp */.OQ)(value);
    if (value instanceof cel_time/* Duration */.dw)
        return (0,cel_time/* showDuration */.kJ)(value);
    if (value instanceof cel_values/* TypeValue */.Uu)
        return value.typeName;
    if (value instanceof Uint8Array)
        return decoded(value);
    throw (0,cel_values/* noSuchOverload */.vQ)();
}
function decoded(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new cel_values/* CelError */.PW('invalid UTF-8 in bytes, cannot convert to string');
    }
}

;// CONCATENATED MODULE: ./src/rules/cel/library/conversions.ts



function conversions_int(value) {
    if (value > cel_values/* MAX_INT */.Hq || value < cel_values/* MIN_INT */.R)
        throw new cel_values/* CelError */.PW('integer overflow');
    return value;
}
// -2^63 and 2^63 themselves are refused, as cel-go does.
function truncated(value) {
    if (!(value > -(2 ** 63) && value < 2 ** 63))
        throw new cel_values/* CelError */.PW('integer overflow');
    return BigInt(Math.trunc(value));
}
function parsed(text, type, pattern) {
    if (!pattern.test(text))
        throw new cel_values/* CelError */.PW(`type conversion error from 'string' to '${type}'`);
    const value = BigInt(text.replace(/^\+/, ''));
    if (type === 'int' && (value > cel_values/* MAX_INT */.Hq || value < cel_values/* MIN_INT */.R))
        throw new cel_values/* CelError */.PW("type conversion error from 'string' to 'int'");
    return value;
}
function unsigned(value) {
    if (!(value >= 0 && value < 2 ** 64))
        throw new cel_values/* CelError */.PW('unsigned integer overflow');
    return new cel_values/* Uint */.Fg(BigInt(Math.trunc(value)));
}
const HEXADECIMAL = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)p([+-]?\d{1,5})$/i;
const DOUBLE = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|inf(?:inity)?)$|^nan$/i;
function conversions_double(text) {
    const [, sign = '', whole = '', part = '', power = ''] = HEXADECIMAL.exec(text) ?? [];
    if (whole + part !== '')
        return Number(`${sign}1`) * Number(`0x${whole}${part}`) * 2 ** (Number(power) - 4 * part.length);
    if (!DOUBLE.test(text))
        throw new cel_values/* CelError */.PW("type conversion error from 'string' to 'double'");
    const word = text.toLowerCase();
    if (word === 'nan')
        return Number.NaN;
    if (word.includes('inf'))
        return word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const value = Number(text);
    if (!Number.isFinite(value))
        throw new cel_values/* CelError */.PW("type conversion error from 'string' to 'double'");
    return value;
}
const BOOLEANS = new Map([
    ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true]),
    ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false]),
]);
function bool(text) {
    const value = BOOLEANS.get(text);
    if (value === undefined)
        throw new cel_values/* CelError */.PW("type conversion error from 'string' to 'bool'");
    return value;
}
const same = (value) => value;
const conversions = {
    'dyn(A): dyn': same,
    'type(A): type<A>': (value) => new cel_values/* TypeValue */.Uu((0,cel_values/* typeName */.go)(value)),
    'int(int): int': same,
    'int(uint): int': (value) => conversions_int(value.value),
    'int(double): int': truncated,
    'int(string): int': (text) => parsed(text, 'int', /^[+-]?\d+$/),
    'int(timestamp): int': (value) => (0,cel_time/* floorDiv */.wh)(value.nanoseconds, 1000000000n),
    'int(duration): int': (value) => value.nanoseconds,
    'uint(uint): uint': same,
    'uint(int): uint': (value) => new cel_values/* Uint */.Fg(value),
    'uint(double): uint': unsigned,
    'uint(string): uint': (text) => new cel_values/* Uint */.Fg(parsed(text, 'uint', /^\d+$/)),
    'double(double): double': same,
    'double(int): double': Number,
    'double(uint): double': (value) => Number(value.value),
    'double(string): double': conversions_double,
    'bool(bool): bool': same,
    'bool(string): bool': bool,
    'bytes(bytes): bytes': same,
    'bytes(string): bytes': (text) => new TextEncoder().encode(text),
    'string(string): string': same,
    'string(bool): string': textOf,
    'string(int): string': textOf,
    'string(uint): string': textOf,
    'string(double): string': textOf,
    'string(bytes): string': textOf,
    'string(timestamp): string': textOf,
    'string(duration): string': textOf,
    'timestamp(timestamp): timestamp': same,
    'timestamp(string): timestamp': cel_time/* parseTimestamp */.EH,
    'timestamp(int): timestamp': (seconds) => new cel_time/* Timestamp */.Dc(seconds * 1000000000n),
    'duration(duration): duration': same,
    'duration(string): duration': cel_time/* parseDuration */.E9,
    'duration(int): duration': (nanoseconds) => new cel_time/* Duration */.dw(nanoseconds),
};

// EXTERNAL MODULE: ./src/rules/cel/library/address.ts
var library_address = __webpack_require__(4112);
;// CONCATENATED MODULE: ./src/rules/cel/library/url.ts

/** As Go's url.ParseRequestURI and url.Parse in turn: what Kubernetes takes for a URL. */
function parseUrl(text) {
    const request = parse(text, true);
    return 'mistake' in request ? request : parse(text.split('#', 1)[0] ?? '', false, text);
}
function requestUriMistake(text) {
    const parsed = parse(text, true);
    return 'mistake' in parsed ? [`parse ${JSON.stringify(text)}: ${parsed.mistake}`] : [];
}
function parse(text, request, whole = text) {
    if (/[^ -~\u0080-\u{10ffff}]/u.test(text))
        return { mistake: 'net/url: invalid control character in URL' };
    if (text === '' && request)
        return { mistake: 'empty url' };
    if (text === '*')
        return { scheme: '', host: '', path: '*', query: '', whole };
    const found = /^([A-Za-z][A-Za-z0-9+.-]*)?(:?)/.exec(text);
    if (found?.[1] === undefined && found?.[2] === ':')
        return { mistake: 'missing protocol scheme' };
    const scheme = found?.[2] === ':' ? (found[1] ?? '').toLowerCase() : '';
    const rest = scheme ? text.slice(found?.[0].length) : text;
    const [before = '', ...after] = rest.split('?');
    const query = after.join('?');
    if (!before.startsWith('/'))
        return opaque({ scheme, host: '', path: '', query, whole }, before, request);
    const hasHost = (scheme !== '' || (!request && !before.startsWith('///'))) && before.startsWith('//');
    const slash = hasHost ? before.indexOf('/', 2) : 0;
    const authority = hasHost ? before.slice(2, slash < 0 ? undefined : slash) : '';
    const path = slash < 0 ? '' : before.slice(slash);
    const host = hasHost ? parseAuthority(scheme, authority) : { host: '' };
    if ('mistake' in host)
        return host;
    const bad = badEscape(path);
    return bad ? { mistake: `invalid URL escape ${JSON.stringify(bad)}` } : { scheme, host: host.host, path, query, whole };
}
function opaque(parts, rest, request) {
    if (parts.scheme !== '')
        return parts;
    if (request)
        return { mistake: 'invalid URI for request' };
    if (rest.split('/', 1)[0]?.includes(':'))
        return { mistake: 'first path segment in URL cannot contain colon' };
    return { ...parts, path: rest };
}
/** The first `%` that is not followed by two hexadecimal digits. */
function badEscape(text) {
    return /%(?![0-9a-fA-F]{2}).{0,2}/s.exec(text)?.[0];
}
function parseAuthority(scheme, authority) {
    const at = authority.lastIndexOf('@');
    const host = parseHost(scheme, authority.slice(at + 1));
    if ('mistake' in host || at < 0)
        return host;
    const user = authority.slice(0, at);
    if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user))
        return { mistake: 'net/url: invalid userinfo' };
    const bad = badEscape(user);
    return bad ? { mistake: `invalid URL escape ${JSON.stringify(bad)}` } : host;
}
const PORT = /^(?::[0-9]*)?$/;
function parseHost(scheme, host) {
    const open = host.lastIndexOf('[');
    if (open > 0)
        return { mistake: 'invalid IP-literal' };
    if (open === 0)
        return literalHost(host);
    const colons = scheme === 'http' || scheme === 'https' ? host.indexOf(':') : host.lastIndexOf(':');
    if (colons >= 0 && !PORT.test(host.slice(colons)))
        return { mistake: `invalid port ${JSON.stringify(host.slice(colons))} after host` };
    return unescapedHost(host);
}
function literalHost(host) {
    const close = host.lastIndexOf(']');
    if (close < 0)
        return { mistake: "missing ']' in host" };
    if (!PORT.test(host.slice(close + 1)))
        return { mistake: `invalid port ${JSON.stringify(host.slice(close + 1))} after host` };
    const [address = '', ...zone] = host.slice(1, close).split('%25');
    if ((zone.length > 0 && zone.join('') === '') || !/:/.test(address))
        return { mistake: 'invalid host' };
    const mapped = /^::ffff:(?:\d+\.\d+\.\d+\.\d+|[0-9a-f]{1,4}:[0-9a-f]{1,4})$/i.test(address);
    if (!mapped && !(0,library_address/* parseIp */.r5)(address))
        return { mistake: 'invalid host' };
    return { host: zone.length > 0 ? `[${address}%${url_decoded(zone.join('%25'))}]${host.slice(close + 1)}` : host };
}
// In a host only bytes past ASCII may be escaped.
function unescapedHost(host) {
    const bad = badEscape(host) ?? /%(?!25)[0-7][0-9a-fA-F]/.exec(host)?.[0];
    if (bad)
        return { mistake: `invalid URL escape ${JSON.stringify(bad)}` };
    const stray = /[^A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\u{10ffff}]/u.exec(host)?.[0];
    return stray ? { mistake: `invalid character ${JSON.stringify(stray)} in host name` } : { host: url_decoded(host) };
}
/** `%XX` as the bytes that they stand for. */
function url_decoded(text) {
    return text.includes('%')
        ? text.replace(/(?:%[0-9a-fA-F]{2})+/g, (escaped) => Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('utf8'))
        : text;
}

;// CONCATENATED MODULE: ./src/rules/cel/library/formats.ts



class Format extends cel_values/* Opaque */.GV {
    #name;
    #mistakes;
    constructor(name, mistakes) {
        super();
        this.#name = name;
        this.#mistakes = mistakes;
    }
    get type() {
        return 'kubernetes.NamedFormat';
    }
    equals(other) {
        return other instanceof Format && other.#name === this.#name;
    }
    validate(text) {
        const mistakes = this.#mistakes(text);
        return mistakes.length > 0 ? new cel_values/* Optional */.Xx(mistakes) : cel_values/* Optional */.Xx.none;
    }
}
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
// The sentences below are Kubernetes' own answers, which rules hand on to people.
const WORDS = {
    label: "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character" +
        ` (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`,
    subdomain: "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric " +
        `character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`,
    label1035: "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric " +
        `character (e.g. 'my-name',  or 'abc-123', regex used for validation is '${LABEL_1035}')`,
    qualified: "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character" +
        ` (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${QUALIFIED}')`,
    value: "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric " +
        `character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(${QUALIFIED})?')`,
};
// Length first: the patterns below backtrack, and take time only with what is short enough.
function bounded(text, most, pattern) {
    const long = Buffer.byteLength(text) > most;
    return { long: long ? [`must be no more than ${most} characters`] : [], fits: new RegExp(`^(?:${pattern})$`).test(text.slice(0, 10_000)) };
}
function subdomain(text) {
    const { long, fits } = bounded(text, 253, SUBDOMAIN);
    return fits ? long : [...long, WORDS.subdomain];
}
function label(text) {
    const { long, fits } = bounded(text, 63, LABEL);
    return fits ? long : [...long, bounded(text, 63, SUBDOMAIN).fits ? 'must not contain dots' : WORDS.label];
}
function label1035(text) {
    const { long, fits } = bounded(text, 63, LABEL_1035);
    return fits ? long : [...long, WORDS.label1035];
}
function qualifiedName(text) {
    const parts = text.split('/');
    if (parts.length > 2)
        return [`a valid label key ${WORDS.qualified} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
    const [prefix, name = ''] = parts.length === 2 ? parts : [undefined, parts[0]];
    const mistakes = prefix === undefined ? [] : prefix === '' ? ['prefix part must be non-empty'] : subdomain(prefix).map((words) => `prefix part ${words}`);
    const { long, fits } = bounded(name, 63, QUALIFIED);
    return [
        ...mistakes,
        ...(name === '' ? ['name part must be non-empty'] : []),
        ...long.map((words) => `name part ${words}`),
        ...(fits ? [] : [`name part ${WORDS.qualified}`]),
    ];
}
function labelValue(text) {
    const { long, fits } = bounded(text, 63, `(${QUALIFIED})?`);
    return fits ? long : [...long, WORDS.value];
}
// A name that something is appended to may end in a dash; Kubernetes looks at the name without its last two characters and with an `a`.
function asPrefix(validate) {
    return (text) => validate(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text);
}
function matched(pattern, words) {
    return (text) => (pattern.test(text) ? [] : [words]);
}
function isDate(text) {
    try {
        return text.length === 10 && (0,cel_time/* parseTimestamp */.EH)(`${text}T00:00:00Z`) !== undefined;
    }
    catch {
        return false;
    }
}
const TIME = /(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:z|[+-]\d{2}:\d{2})/;
function datetime(text) {
    const [date = '', time] = text.toLowerCase().split('t');
    const found = text.length >= 4 && time !== undefined && isDate(date) ? TIME.exec(time) : undefined;
    return found && (found[1] ?? '') <= '23' && (found[2] ?? '') <= '59' && (found[3] ?? '') <= '59' ? [] : ['invalid datetime'];
}
const FORMATS = Object.fromEntries(Object.entries({
    dns1123Label: label,
    dns1123Subdomain: subdomain,
    dns1035Label: label1035,
    qualifiedName,
    dns1123LabelPrefix: asPrefix(label),
    dns1123SubdomainPrefix: asPrefix(subdomain),
    dns1035LabelPrefix: asPrefix(label1035),
    labelValue,
    uri: requestUriMistake,
    uuid: matched(/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i, 'does not match the UUID format'),
    byte: matched(/^(?:[A-Za-z0-9+\\/]{4})*(?:[A-Za-z0-9+\\/]{2}==|[A-Za-z0-9+\\/]{3}=|[A-Za-z0-9+\\/]{4})$/, 'invalid base64'),
    date: (text) => (isDate(text) ? [] : ['invalid date']),
    datetime,
}).map(([name, mistakes]) => [name, new Format(name, mistakes)]));
const formats = {
    ...Object.fromEntries(Object.entries(FORMATS).map(([name, format]) => [`format.${name}(): Format`, () => format])),
    'format.named(string): optional<Format>': (name) => (Object.hasOwn(FORMATS, name) ? new cel_values/* Optional */.Xx(FORMATS[name]) : cel_values/* Optional */.Xx.none),
    'Format.validate(string): optional<list<string>>': (format, text) => format.validate(text),
};

;// CONCATENATED MODULE: ./src/rules/cel/library/networks.ts


function ip(text) {
    const value = (0,library_address/* parseIp */.r5)(text);
    if (!value)
        throw new cel_values/* CelError */.PW(`IP Address ${JSON.stringify(text)} parse error during conversion from string`);
    return value;
}
function cidr(text) {
    const value = (0,library_address/* parseCidr */.GN)(text);
    if (!value)
        throw new cel_values/* CelError */.PW(`network address parse error during conversion from string: ${JSON.stringify(text)}`);
    return value;
}
function inNetwork(value, ...networks) {
    return networks.some((network) => cidr(network).containsIp(value));
}
const isLoopback = (value) => inNetwork(value, '127.0.0.0/8', '::1/128');
const isUnspecified = (value) => value.bits === 0n;
const isLinkLocalUnicast = (value) => inNetwork(value, '169.254.0.0/16', 'fe80::/10');
const isMulticast = (value) => inNetwork(value, '224.0.0.0/4', 'ff00::/8');
// The second digit of an IPv6 multicast address holds flags; the scope is in the third.
function isLinkLocalMulticast(value) {
    if (value.family === 4)
        return inNetwork(value, '224.0.0.0/24');
    return isMulticast(value) && ((value.bits >> 112n) & 0xfn) === 2n;
}
function isGlobalUnicast(value) {
    return (!isUnspecified(value) &&
        !inNetwork(value, '255.255.255.255/32') &&
        !isLoopback(value) &&
        !isMulticast(value) &&
        !isLinkLocalUnicast(value));
}
const networks = {
    'ip(string): IP': ip,
    'isIP(string): bool': (text) => (0,library_address/* parseIp */.r5)(text) !== undefined,
    'ip.isCanonical(string): bool': (text) => ip(text).toString() === text,
    'IP.family(): int': (value) => BigInt(value.family),
    'IP.isUnspecified(): bool': isUnspecified,
    'IP.isLoopback(): bool': isLoopback,
    'IP.isLinkLocalMulticast(): bool': isLinkLocalMulticast,
    'IP.isLinkLocalUnicast(): bool': isLinkLocalUnicast,
    'IP.isGlobalUnicast(): bool': isGlobalUnicast,
    'string(IP): string': (value) => value.toString(),
    'cidr(string): CIDR': cidr,
    'isCIDR(string): bool': (text) => (0,library_address/* parseCidr */.GN)(text) !== undefined,
    'CIDR.containsIP(string): bool': (network, text) => network.containsIp(ip(text)),
    'CIDR.containsIP(IP): bool': (network, value) => network.containsIp(value),
    'CIDR.containsCIDR(string): bool': (network, text) => network.containsCidr(cidr(text)),
    'CIDR.containsCIDR(CIDR): bool': (network, other) => network.containsCidr(other),
    'CIDR.ip(): IP': (network) => network.ip,
    'CIDR.prefixLength(): int': (network) => BigInt(network.length),
    'CIDR.masked(): CIDR': (network) => network.masked(),
    'string(CIDR): string': (network) => network.toString(),
};

;// CONCATENATED MODULE: ./src/rules/cel/library/optionals.ts


function value(optional) {
    if (optional.value === undefined)
        throw new cel_values/* CelError */.PW('optional.none() dereference');
    return optional.value;
}
function isZero(value) {
    if (value === null || value === false || value === '' || value === 0 || value === 0n)
        return true;
    if (Array.isArray(value) || value instanceof Uint8Array)
        return value.length === 0;
    if (value instanceof cel_values/* Uint */.Fg)
        return value.value === 0n;
    if (value instanceof cel_time/* Duration */.dw)
        return value.nanoseconds === 0n;
    if (value instanceof cel_values/* Special */._c)
        return value instanceof cel_values/* Optional */.Xx && value.value === undefined;
    return (0,cel_values/* isMap */.jh)(value) && (0,cel_values/* keysOf */.YD)(value).length === 0;
}
function unwrap(list) {
    return list.flatMap((item) => {
        if (!(item instanceof cel_values/* Optional */.Xx))
            throw new cel_values/* CelError */.PW('no such overload');
        return item.value === undefined ? [] : [item.value];
    });
}
const optionals = {
    'optional.of(A): optional<A>': (of) => new cel_values/* Optional */.Xx(of),
    'optional.none(): optional<A>': () => cel_values/* Optional */.Xx.none,
    'optional.ofNonZeroValue(A): optional<A>': (of) => (isZero(of) ? cel_values/* Optional */.Xx.none : new cel_values/* Optional */.Xx(of)),
    'optional.unwrap(list<optional<A>>): list<A>': unwrap,
    'list<optional<A>>.unwrapOpt(): list<A>': unwrap,
    'optional<A>.hasValue(): bool': (optional) => optional.value !== undefined,
    'optional<A>.value(): A': value,
    'optional<A>.or(optional<A>): optional<A>': (optional, other) => (optional.value === undefined ? other : optional),
    'optional<A>.orValue(A): A': (optional, other) => (optional.value === undefined ? other : optional.value),
};

// EXTERNAL MODULE: ./src/rules/cel/library/patterns.ts + 1 modules
var patterns = __webpack_require__(3637);
// EXTERNAL MODULE: ./src/rules/cel/library/quantity.ts
var quantity = __webpack_require__(6243);
;// CONCATENATED MODULE: ./src/rules/cel/library/quantities.ts


function quantities_quantity(text) {
    const value = (0,quantity/* parseQuantity */.L)(text);
    if (!value)
        throw new cel_values/* CelError */.PW(`not a quantity: ${JSON.stringify(text)}`);
    return value;
}
function asInteger(value) {
    if (value.integer === undefined)
        throw new cel_values/* CelError */.PW('cannot convert value to integer');
    return value.integer;
}
const whole = (value) => new quantity/* Quantity */.Q(value, 0, true);
const quantities = {
    'quantity(string): Quantity': quantities_quantity,
    'isQuantity(string): bool': (text) => (0,quantity/* parseQuantity */.L)(text) !== undefined,
    // Declared as a function of one argument, not as a method.
    'sign(Quantity): int': (value) => value.sign,
    'Quantity.isInteger(): bool': (value) => value.integer !== undefined,
    'Quantity.asInteger(): int': asInteger,
    'Quantity.asApproximateFloat(): double': (value) => value.float,
    'Quantity.isGreaterThan(Quantity): bool': (value, other) => value.compare(other) > 0,
    'Quantity.isLessThan(Quantity): bool': (value, other) => value.compare(other) < 0,
    'Quantity.compareTo(Quantity): int': (value, other) => BigInt(value.compare(other)),
    'Quantity.add(Quantity): Quantity': (value, other) => value.add(other),
    'Quantity.add(int): Quantity': (value, other) => value.add(whole(other)),
    'Quantity.sub(Quantity): Quantity': (value, other) => value.add(other.negated()),
    'Quantity.sub(int): Quantity': (value, other) => value.add(whole(-other)),
};

;// CONCATENATED MODULE: ./src/rules/cel/library/format.ts



const CLAUSE = /%(?:%|(?:\.(\d+))?([a-zA-Z]))?/g;
/** `"%s: %d".format([…])`, as the string library of cel-go has it. */
function format(template, values) {
    let next = 0;
    return template.replace(CLAUSE, (clause, precision, verb) => {
        if (clause === '%%')
            return '%';
        if (verb === undefined)
            throw new cel_values/* CelError */.PW('could not parse formatting clause');
        if (next >= values.length)
            throw new cel_values/* CelError */.PW(`index ${next} out of range`);
        return formatted(verb, precision === undefined ? undefined : Number(precision), values[next++]);
    });
}
function formatted(verb, precision, value) {
    switch (verb) {
        case 's':
            return format_text(value);
        case 'd':
            return integer(value, 10, 'd');
        case 'f':
            return fixed(format_double(value), precision ?? 6);
        case 'e':
            return scientific(format_double(value), precision ?? 6);
        case 'b':
            return typeof value === 'boolean' ? (value ? '1' : '0') : integer(value, 2, 'b');
        case 'o':
            return integer(value, 8, 'o');
        case 'x':
            return hexadecimal(value);
        case 'X':
            return hexadecimal(value).toUpperCase();
        default:
            throw new cel_values/* CelError */.PW(`unrecognized formatting clause "${verb}"`);
    }
}
function format_text(value) {
    if (Array.isArray(value))
        return `[${value.map(quoted).join(', ')}]`;
    if ((0,cel_values/* isMap */.jh)(value))
        return entries(value);
    if (value === null)
        return 'null';
    return textOf(value);
}
function entries(map) {
    const pairs = (0,cel_values/* keysOf */.YD)(map).map((key) => {
        if (typeof key === 'object' && !(key instanceof cel_values/* Uint */.Fg))
            throw new cel_values/* CelError */.PW('no formatting function for map key');
        return [quoted(key), quoted((0,cel_values/* lookup */.$I)(map, key))];
    });
    return `{${pairs
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => `${key}:${value}`)
        .join(', ')}}`;
}
// A value inside a list or map, as it would be written in an expression.
function quoted(value) {
    if (typeof value === 'string')
        return JSON.stringify(value);
    if (typeof value === 'number')
        return Number.isFinite(value) ? value.toFixed(6) : JSON.stringify(showDouble(value));
    if (value instanceof Uint8Array)
        return `b${JSON.stringify(textOf(value))}`;
    if (value instanceof cel_time/* Timestamp */.Dc)
        return `timestamp(${JSON.stringify((0,cel_time/* showTimestamp */.OQ)(value))})`;
    if (value instanceof cel_time/* Duration */.dw)
        return `duration(${JSON.stringify((0,cel_time/* showDuration */.kJ)(value))})`;
    if (value instanceof cel_values/* TypeValue */.Uu)
        return textOf(value);
    return format_text(value);
}
function integer(value, base, verb) {
    if (typeof value === 'bigint')
        return value.toString(base);
    if (value instanceof cel_values/* Uint */.Fg)
        return value.value.toString(base);
    throw new cel_values/* CelError */.PW(`error during formatting: ${verb} clause cannot be used on ${(0,cel_values/* typeName */.go)(value)}`);
}
function format_double(value) {
    if (typeof value === 'number')
        return value;
    if (value === 'NaN')
        return Number.NaN;
    if (value === 'Infinity' || value === '-Infinity')
        return Number(value);
    throw new cel_values/* CelError */.PW(`error during formatting: fixed-point clause can only be used on doubles, was given ${(0,cel_values/* typeName */.go)(value)}`);
}
// The API server formats for the locale en_US.
function fixed(value, precision) {
    if (!Number.isFinite(value))
        return Number.isNaN(value) ? 'NaN' : value < 0 ? '-∞' : '∞';
    const [whole = '', decimals] = rounded(Math.abs(value), Math.min(precision, 90)).split('.');
    const sign = value < 0 || Object.is(value, -0) ? '-' : '';
    return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals === undefined ? '' : `.${decimals}`}`;
}
// Half to even, where toFixed rounds half up.
function rounded(value, precision) {
    if (value >= 1e21)
        return `${BigInt(value)}${precision > 0 ? `.${'0'.repeat(precision)}` : ''}`;
    const exact = value.toFixed(100);
    const cut = exact.length - 100 + precision;
    const kept = precision === 0 ? exact.slice(0, cut - 1) : exact.slice(0, cut);
    const tie = /^50*$/.test(exact.slice(cut)) && /[02468]$/.test(kept);
    return tie ? kept : value.toFixed(precision);
}
const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
// What is written as a precision is a width to Kubernetes.
function scientific(value, precision) {
    if (!Number.isFinite(value))
        return fixed(value, precision);
    const [mantissa = '', exponent = ''] = value.toExponential(6).split('e');
    const digits = exponent.replace(/^[+-]/, '').padStart(2, '0');
    return `${mantissa}×10${exponent.startsWith('-') ? '⁻' : ''}${[...digits].map((digit) => RAISED[Number(digit)]).join('')}`.padStart(precision);
}
function hexadecimal(value) {
    if (typeof value === 'string')
        return Buffer.from(value).toString('hex');
    if (value instanceof Uint8Array)
        return Buffer.from(value).toString('hex');
    return integer(value, 16, 'x');
}

;// CONCATENATED MODULE: ./src/rules/cel/library/texts.ts


// Positions count code points. Text without surrogates, nearly all there is, needs no list of them.
function points(text) {
    return /[\ud800-\udfff]/.test(text) ? [...text] : text;
}
function texts_slice(text, from, to) {
    const list = points(text);
    return typeof list === 'string' ? list.slice(from, to) : list.slice(from, to).join('');
}
function size(text) {
    return points(text).length;
}
function within(index, length) {
    if (index < 0n || index > BigInt(length))
        throw new cel_values/* CelError */.PW(`index out of range: ${index}`);
    return Number(index);
}
function charAt(text, index) {
    const at = within(index, size(text));
    return texts_slice(text, at, at + 1);
}
function substring(text, start, end) {
    const length = size(text);
    const [from, to] = [within(start, length), within(end, length)];
    if (from > to)
        throw new cel_values/* CelError */.PW(`invalid substring range. start: ${start}, end: ${end}`);
    return texts_slice(text, from, to);
}
// UTF-16 offsets turned into code points, and back.
function position(text, offset) {
    return BigInt(offset < 0 ? -1 : size(text.slice(0, offset)));
}
function indexOf(text, part, start) {
    if (part === '')
        return start;
    if (start < 0n)
        throw new cel_values/* CelError */.PW(`index out of range: ${start}`);
    if (start > BigInt(size(text)))
        return -1n;
    return position(text, text.indexOf(part, texts_slice(text, 0, Number(start)).length));
}
function lastIndexOf(text, part, start) {
    if (part === '')
        return start;
    if (start < 0n)
        throw new cel_values/* CelError */.PW(`index out of range: ${start}`);
    if (start > BigInt(size(text)))
        return -1n;
    return position(text, text.lastIndexOf(part, texts_slice(text, 0, Number(start)).length));
}
function split(text, separator, limit) {
    if (limit === 0n)
        return [];
    const parts = separator === '' ? [...text] : text.split(separator);
    if (limit < 0n || limit >= BigInt(parts.length))
        return parts;
    const kept = Number(limit) - 1;
    return [...parts.slice(0, kept), parts.slice(kept).join(separator)];
}
function replace(text, old, by, limit) {
    if (limit < 0n)
        return old === '' ? [...text].reduce((all, point) => all + by + point, '') + by : text.replaceAll(old, () => by);
    let rest = text;
    let result = '';
    for (let left = limit; left > 0n; left--) {
        const at = rest.indexOf(old);
        if (at < 0)
            break;
        const head = rest.slice(0, at) + by;
        const skipped = old === '' ? texts_slice(rest, 0, 1) : '';
        result += head + skipped;
        if (old === '' && rest === '')
            return result;
        rest = rest.slice(at + old.length + skipped.length);
    }
    return result + rest;
}
function joined(list, separator) {
    if (list.some((item) => typeof item !== 'string'))
        throw new cel_values/* CelError */.PW('no such overload');
    return list.join(separator);
}
// Go's notion of white space: JavaScript's without U+FEFF, with U+0085.
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
function trim(text) {
    let from = 0;
    let to = text.length;
    while (from < to && SPACE.test(text[from] ?? ''))
        from++;
    while (to > from && SPACE.test(text[to - 1] ?? ''))
        to--;
    return text.slice(from, to);
}
const QUOTED = new Map([
    ['\x07', '\\a'],
    ['\b', '\\b'],
    ['\f', '\\f'],
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
    ['\v', '\\v'],
    ['\\', '\\\\'],
    ['"', '\\"'],
]);
function quote(text) {
    return `"${[...text].map((point) => QUOTED.get(point) ?? point).join('')}"`;
}
const texts = {
    'size(string): int': (text) => BigInt(size(text)),
    'string.size(): int': (text) => BigInt(size(text)),
    'string.contains(string): bool': (text, part) => text.includes(part),
    'string.startsWith(string): bool': (text, part) => text.startsWith(part),
    'string.endsWith(string): bool': (text, part) => text.endsWith(part),
    'string.charAt(int): string': charAt,
    'string.indexOf(string): int': (text, part) => indexOf(text, part, 0n),
    'string.indexOf(string, int): int': indexOf,
    'string.lastIndexOf(string): int': (text, part) => position(text, text.lastIndexOf(part)),
    'string.lastIndexOf(string, int): int': lastIndexOf,
    'string.lowerAscii(): string': (text) => text.replace(/[A-Z]+/g, (part) => part.toLowerCase()),
    'string.upperAscii(): string': (text) => text.replace(/[a-z]+/g, (part) => part.toUpperCase()),
    'string.replace(string, string): string': (text, old, by) => replace(text, old, by, -1n),
    'string.replace(string, string, int): string': replace,
    'string.split(string): list<string>': (text, separator) => split(text, separator, -1n),
    'string.split(string, int): list<string>': split,
    'string.substring(int): string': (text, start) => substring(text, start, BigInt(size(text))),
    'string.substring(int, int): string': substring,
    'string.trim(): string': trim,
    'string.format(list<dyn>): string': (text, values) => format(text, values),
    'list<string>.join(): string': (list) => joined(list, ''),
    'list<string>.join(string): string': joined,
    'strings.quote(string): string': quote,
};

;// CONCATENATED MODULE: ./src/rules/cel/library/times.ts


const SECOND = 1000000000n;
const OFFSET = /^([+-]?)(\d\d):(\d\d)$/;
/** The time at a place as if it were UTC there. */
function local(time, zone) {
    const milliseconds = Number((0,cel_time/* floorDiv */.wh)(time.nanoseconds, 1000000n));
    const offset = OFFSET.exec(zone);
    if (offset) {
        const minutes = Number(offset[2]) * 60 + Number(offset[3]);
        return new Date(milliseconds + (offset[1] === '-' ? -minutes : minutes) * 60_000);
    }
    return zone === 'UTC' || zone === '' ? new Date(milliseconds) : inZone(milliseconds, zone);
}
function inZone(milliseconds, timeZone) {
    try {
        const parts = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' });
        const told = Object.fromEntries(new Intl.DateTimeFormat('en-US', {
            ...{ timeZone: parts.resolvedOptions().timeZone, hourCycle: 'h23', era: 'short' },
            ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
        })
            .formatToParts(milliseconds)
            .map(({ type, value }) => [type, Number(value)]));
        const rest = ((milliseconds % 1000) + 1000) % 1000;
        const date = new Date(0);
        date.setUTCFullYear(told.year ?? 0, (told.month ?? 1) - 1, told.day ?? 1);
        date.setUTCHours(told.hour ?? 0, told.minute ?? 0, told.second ?? 0, rest);
        return date;
    }
    catch {
        throw new cel_values/* CelError */.PW(`unknown time zone ${timeZone}`);
    }
}
function dayOfYear(date) {
    const first = new Date(0);
    first.setUTCFullYear(date.getUTCFullYear(), 0, 1);
    return Math.floor((date.getTime() - first.getTime()) / 86_400_000);
}
const PARTS = {
    getFullYear: (date) => date.getUTCFullYear(),
    getMonth: (date) => date.getUTCMonth(),
    getDayOfYear: dayOfYear,
    getDate: (date) => date.getUTCDate(),
    getDayOfMonth: (date) => date.getUTCDate() - 1,
    getDayOfWeek: (date) => date.getUTCDay(),
    getHours: (date) => date.getUTCHours(),
    getMinutes: (date) => date.getUTCMinutes(),
    getSeconds: (date) => date.getUTCSeconds(),
    getMilliseconds: (date) => date.getUTCMilliseconds(),
};
const times = {
    ...Object.fromEntries(Object.entries(PARTS).flatMap(([name, part]) => [
        [`timestamp.${name}(): int`, (time) => BigInt(part(local(time, 'UTC')))],
        [`timestamp.${name}(string): int`, (time, zone) => BigInt(part(local(time, zone)))],
    ])),
    'duration.getHours(): int': (duration) => duration.nanoseconds / (3600n * SECOND),
    'duration.getMinutes(): int': (duration) => duration.nanoseconds / (60n * SECOND),
    'duration.getSeconds(): int': (duration) => duration.nanoseconds / SECOND,
    'duration.getMilliseconds(): int': (duration) => duration.nanoseconds / 1000000n,
};

;// CONCATENATED MODULE: ./src/rules/cel/library/urls.ts


class Url extends cel_values/* Opaque */.GV {
    #parts;
    constructor(parts) {
        super();
        this.#parts = parts;
    }
    get type() {
        return 'kubernetes.URL';
    }
    get parts() {
        return this.#parts;
    }
    equals(other) {
        return other instanceof Url && other.parts.whole === this.#parts.whole;
    }
}
function url(text) {
    const parts = parseUrl(text);
    if ('mistake' in parts)
        throw new cel_values/* CelError */.PW(`URL parse error during conversion from string: ${parts.mistake}`);
    return new Url(parts);
}
function hostAndPort(host) {
    const found = /^(.*):(\d*)$/s.exec(host);
    return { name: (found?.[1] ?? host).replace(/^\[(.*)\]$/s, '$1'), port: found?.[2] ?? '' };
}
const WRITTEN = /^[A-Za-z0-9\-._~!$&'()*+,;=:@/[\]%]*$/;
// What may not stand in a path as it is, is escaped; what was escaped needlessly stays so.
function escapedPath(path) {
    if (path === '*' || WRITTEN.test(path))
        return path;
    return [...Buffer.from(url_decoded(path))]
        .map((byte) => {
        const character = String.fromCharCode(byte);
        return /[A-Za-z0-9\-._~$&+,/:;=@]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
        .join('');
}
function query(text) {
    const found = new Map();
    for (const pair of text.split('&')) {
        if (pair === '' || pair.includes(';'))
            continue;
        const equals = pair.indexOf('=');
        const parts = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
        if (parts.some((part) => badEscape(part)))
            continue;
        const [key = '', value = ''] = parts.map((part) => url_decoded(part.replaceAll('+', ' ')));
        found.set(key, [...(found.get(key) ?? []), value]);
    }
    return found;
}
const urls = {
    'url(string): URL': url,
    'isURL(string): bool': (text) => !('mistake' in parseUrl(text)),
    'URL.getScheme(): string': (value) => value.parts.scheme,
    'URL.getHost(): string': (value) => value.parts.host,
    'URL.getHostname(): string': (value) => hostAndPort(value.parts.host).name,
    'URL.getPort(): string': (value) => hostAndPort(value.parts.host).port,
    'URL.getEscapedPath(): string': (value) => escapedPath(value.parts.path),
    'URL.getQuery(): map<string, list<string>>': (value) => query(value.parts.query),
};

;// CONCATENATED MODULE: ./src/rules/cel/library/versions.ts

class Semver extends cel_values/* Opaque */.GV {
    #numbers;
    #labels;
    constructor(numbers, labels) {
        super();
        this.#numbers = numbers;
        this.#labels = labels;
    }
    get type() {
        return 'kubernetes.Semver';
    }
    number(index) {
        return this.#numbers[index] ?? 0n;
    }
    equals(other) {
        return other instanceof Semver && this.compare(other) === 0;
    }
    compare(other) {
        for (const index of [0, 1, 2]) {
            const difference = this.number(index) - other.number(index);
            if (difference !== 0n)
                return difference > 0n ? 1 : -1;
        }
        return compareLabels(this.#labels, other.#labels);
    }
}
// A version with labels comes before the one without.
function compareLabels(a, b) {
    if (a.length === 0 || b.length === 0)
        return Math.sign(b.length - a.length);
    for (let index = 0; index < Math.min(a.length, b.length); index++) {
        const order = compareLabel(a[index] ?? '', b[index] ?? '');
        if (order !== 0)
            return order;
    }
    return Math.sign(a.length - b.length);
}
function compareLabel(a, b) {
    const [x, y] = [DIGITS.test(a), DIGITS.test(b)];
    if (x !== y)
        return x ? -1 : 1;
    if (x)
        return a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length < b.length ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
}
const DIGITS = /^\d+$/;
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:[0-9A-Za-z-]+\.)*[0-9A-Za-z-]+))?(?:\+(?:[0-9A-Za-z-]+\.)*[0-9A-Za-z-]+)?$/;
const MOST = 18446744073709551615n;
function versions_parse(text) {
    const found = VERSION.exec(text);
    const numbers = found?.slice(1, 4).map(BigInt) ?? [];
    const labels = found?.[4]?.split('.') ?? [];
    const fits = numbers.every((number) => number <= MOST) &&
        labels.every((label) => !DIGITS.test(label) || ((label === '0' || !label.startsWith('0')) && BigInt(label) <= MOST));
    return found && fits ? new Semver(numbers, labels) : undefined;
}
/** `v1.02` as `1.2.0`. */
function parseTolerantly(text, normalise) {
    if (!normalise)
        return versions_parse(text);
    const [major = '', minor, ...patch] = text.replace(/^v/, '').split('.');
    const parts = [major, ...(minor === undefined ? [] : [minor]), ...(patch.length > 0 ? [patch.join('.')] : [])].map(withoutZeros);
    if (parts.length < 3 && /[+-]/.test(parts.at(-1) ?? ''))
        return undefined;
    while (parts.length < 3)
        parts.push('0');
    return versions_parse(parts.join('.'));
}
function withoutZeros(part) {
    return part.length > 1 ? part.replace(/^0+/, '').replace(/^(?!\d)/, '0') : part;
}
function semver(text, normalise) {
    const version = parseTolerantly(text, normalise);
    if (!version)
        throw new cel_values/* CelError */.PW(`not a semantic version: ${JSON.stringify(text)}`);
    return version;
}
const versions = {
    'semver(string): Semver': (text) => semver(text, false),
    'semver(string, bool): Semver': semver,
    'isSemver(string): bool': (text) => versions_parse(text) !== undefined,
    'isSemver(string, bool): bool': (text, normalise) => parseTolerantly(text, normalise) !== undefined,
    'Semver.major(): int': (version) => version.number(0),
    'Semver.minor(): int': (version) => version.number(1),
    'Semver.patch(): int': (version) => version.number(2),
    'Semver.isGreaterThan(Semver): bool': (version, other) => version.compare(other) > 0,
    'Semver.isLessThan(Semver): bool': (version, other) => version.compare(other) < 0,
    'Semver.compareTo(Semver): int': (version, other) => BigInt(version.compare(other)),
};

// EXTERNAL MODULE: ./src/rules/cel/signature.ts
var signature = __webpack_require__(3806);
;// CONCATENATED MODULE: ./src/rules/cel/library.ts













const LIBRARIES = [
    bytes,
    collections,
    conversions,
    formats,
    networks,
    optionals,
    patterns/* patterns */.qp,
    quantities,
    texts,
    times,
    urls,
    versions,
];
let index;
/** The overloads of a function, by whether it is called on a receiver and how many arguments it takes, receiver included. */
function candidates(name, receiver, count) {
    index ??= indexed();
    return index.get(`${receiver ? '.' : ''}${name}/${count}`) ?? [];
}
function indexed() {
    const found = new Map();
    for (const library of LIBRARIES) {
        for (const [text, call] of Object.entries(library)) {
            const parsed = (0,signature/* signature */.vl)(text);
            const key = `${parsed.receiver ? '.' : ''}${parsed.name}/${parsed.parameters.length}`;
            const overload = { signature: parsed, guards: parsed.parameters.map(signature/* guard */.ah), call: call };
            found.set(key, [...(found.get(key) ?? []), overload]);
        }
    }
    return found;
}
function isFunction(name) {
    index ??= indexed();
    return [...index.values()].some((overloads) => overloads[0]?.signature.name === name);
}


/***/ }),

/***/ 4112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GN: () => (/* binding */ parseCidr),
/* harmony export */   r5: () => (/* binding */ parseIp)
/* harmony export */ });
/* unused harmony exports Ip, Cidr */
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8480);

/** An IP address. */
class Ip extends _values_js__WEBPACK_IMPORTED_MODULE_0__/* .Opaque */ .GV {
    #bits;
    #family;
    constructor(bits, family) {
        super();
        this.#bits = bits;
        this.#family = family;
    }
    get type() {
        return 'net.IP';
    }
    get bits() {
        return this.#bits;
    }
    get family() {
        return this.#family;
    }
    get width() {
        return this.#family === 4 ? 32 : 128;
    }
    equals(other) {
        return other instanceof Ip && other.bits === this.#bits && other.family === this.#family;
    }
    /** Whether it lies in a network of its own family. */
    within(network, length) {
        const rest = BigInt(this.width - length);
        return this.#bits >> rest === network >> rest;
    }
    toString() {
        return this.#family === 4 ? dotted(this.#bits) : shortest(groups(this.#bits));
    }
}
function dotted(bits) {
    return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n).join('.');
}
function groups(bits) {
    return Array.from({ length: 8 }, (_, index) => ((bits >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
}
// The first of the longest runs of two or more zeros becomes `::` (RFC 5952).
function shortest(parts) {
    let best = { from: 0, length: 1 };
    for (let from = 0; from < parts.length; from++) {
        let length = 0;
        while (parts[from + length] === '0')
            length++;
        if (length > best.length)
            best = { from, length };
    }
    if (best.length < 2)
        return parts.join(':');
    return `${parts.slice(0, best.from).join(':')}::${parts.slice(best.from + best.length).join(':')}`;
}
/** As Go's netip.ParseAddr, without zones and IPv4 in IPv6, which Kubernetes refuses; undefined for what is none. */
function parseIp(text) {
    const bits = text.includes(':') ? sixteen(text) : four(text);
    if (bits === undefined)
        return undefined;
    if (!text.includes(':'))
        return new Ip(bits, 4);
    return bits >> 32n === 0xffffn ? undefined : new Ip(bits, 6);
}
function four(text) {
    const parts = text.split('.');
    if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
        return undefined;
    return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}
function sixteen(text) {
    const halves = text.split('::');
    if (halves.length > 2)
        return undefined;
    const [head, tail] = halves.map((half, index) => words(half, index === halves.length - 1));
    if (!head || (halves.length === 2 && !tail))
        return undefined;
    const missing = 8 - head.length - (tail?.length ?? 0);
    if (halves.length === 1 ? missing !== 0 : missing < 1)
        return undefined;
    return [...head, ...Array(missing).fill(0n), ...(tail ?? [])].reduce((bits, word) => (bits << 16n) | word, 0n);
}
function words(text, last) {
    if (text === '')
        return [];
    const parts = text.split(':');
    const found = [];
    for (const [index, part] of parts.entries()) {
        if (/^[0-9a-fA-F]{1,4}$/.test(part))
            found.push(BigInt(`0x${part}`));
        else {
            const embedded = last && index === parts.length - 1 ? four(part) : undefined;
            if (embedded === undefined)
                return undefined;
            found.push(embedded >> 16n, embedded & 0xffffn);
        }
    }
    return found;
}
/** A network: an address, which may have bits past the prefix, and the prefix's length. */
class Cidr extends _values_js__WEBPACK_IMPORTED_MODULE_0__/* .Opaque */ .GV {
    #ip;
    #length;
    constructor(ip, length) {
        super();
        this.#ip = ip;
        this.#length = length;
    }
    get type() {
        return 'net.CIDR';
    }
    get ip() {
        return this.#ip;
    }
    get length() {
        return this.#length;
    }
    equals(other) {
        return other instanceof Cidr && other.length === this.#length && other.ip.equals(this.#ip);
    }
    containsIp(ip) {
        return ip.family === this.#ip.family && ip.within(this.#ip.bits, this.#length);
    }
    containsCidr(other) {
        return this.#length <= other.length && this.containsIp(other.ip);
    }
    masked() {
        const rest = BigInt(this.#ip.width - this.#length);
        return new Cidr(new Ip((this.#ip.bits >> rest) << rest, this.#ip.family), this.#length);
    }
    toString() {
        return `${this.#ip}/${this.#length}`;
    }
}
function parseCidr(text) {
    const slash = text.lastIndexOf('/');
    const ip = slash < 0 ? undefined : parseIp(text.slice(0, slash));
    const length = text.slice(slash + 1);
    if (!ip || !/^(?:0|[1-9]\d{0,2})$/.test(length) || Number(length) > ip.width)
        return undefined;
    return new Cidr(ip, Number(length));
}


/***/ }),

/***/ 3637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cK: () => (/* binding */ matches),
  T1: () => (/* binding */ pattern),
  qp: () => (/* binding */ patterns)
});

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(8995);
// EXTERNAL MODULE: ./src/rules/cel/values.ts
var values = __webpack_require__(8480);
;// CONCATENATED MODULE: ./src/rules/cel/library/plain-pattern.ts
/**
 * RE2 takes its time to load and to compile a pattern, and nearly every pattern of a rule is a list of words or a few character classes. Such
 * a pattern means the same to JavaScript, on ASCII text, and its time has a bound: nothing that repeats holds a group, so each loop
 * multiplies it by the length of the text at most. Whatever is not surely so is left to RE2.
 */
function plainPattern(pattern) {
    const folded = pattern.startsWith('(?i)');
    const read = translated(folded ? pattern.slice(4) : pattern);
    if (read === undefined)
        return undefined;
    return { pattern: new RegExp(read.source, folded ? 'i' : ''), longest: Math.floor(MOST_STEPS ** (1 / Math.max(1, read.degree))) };
}
/** Whether JavaScript reads the text as RE2 does: characters outside ASCII differ in case folding and in length. */
function matchesPlainly({ pattern, longest }, text) {
    return text.length <= longest && ASCII.test(text) ? pattern.test(text) : undefined;
}
// About ten milliseconds.
const MOST_STEPS = 1 << 20;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
const ASCII = /^[\x00-\x7f]*$/;
const CLASS = String.raw `\[\^?(?:[A-Za-z0-9 _./:@#%&=,;<>~"'!\x60+*?$(){}|-]|\\[dwDW.\-/^$\\[\](){}|+*?])+\]`;
const SPACES = { '.': '[^\\n]', '\\s': '[\\t\\n\\f\\r ]', '\\S': '[^\\t\\n\\f\\r ]' };
const TOKEN = new RegExp(String.raw `(?<atom>${CLASS}|\\[dwDWsS.\-/^$\\[\](){}|+*?]|[A-Za-z0-9 _/:@#%&=,;<>~"'!\x60.-])(?<times>[*+?]\??|\{\d{1,3}(?:,\d{0,3})?\})?` +
    String.raw `|(?<mark>\(\?:|\(|\)\??|\||\^|\$|\\b|\\B)`, 'y');
/** `degree`: the time is bounded by the length of the text to this power. */
function translated(pattern) {
    const loops = new Loops();
    let source = '';
    // What is not held to the start of the text is tried at each of its characters.
    let anchored = pattern.startsWith('^');
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < pattern.length) {
        const groups = TOKEN.exec(pattern)?.groups;
        if (!groups)
            return undefined;
        const { atom = '', times = '', mark = '' } = groups;
        if (mark === '|' && loops.depth === 0)
            anchored &&= pattern[TOKEN.lastIndex] === '^';
        if (mark)
            loops.mark(mark);
        else if (/^[*+]|,\}$/.test(times))
            loops.add(1);
        source += (SPACES[atom] ?? atom) + times + mark;
    }
    return plain_pattern_closed(pattern) ? { source, degree: loops.most + (anchored ? 0 : 1) } : undefined;
}
/** The loops on the way through a pattern that has most of them: alternatives are tried one after the other. */
class Loops {
    #groups = [{ sum: 0, most: 0 }];
    get depth() {
        return this.#groups.length - 1;
    }
    get most() {
        return this.#groups.reduce((sum, group) => sum + Math.max(group.sum, group.most), 0);
    }
    add(loops) {
        const group = this.#groups.at(-1);
        if (group)
            group.sum += loops;
    }
    mark(mark) {
        if (mark.startsWith('('))
            this.#groups.push({ sum: 0, most: 0 });
        const group = this.#groups.at(-1);
        if (!group)
            return;
        if (mark === '|')
            Object.assign(group, { sum: 0, most: Math.max(group.sum, group.most) });
        else if (mark.startsWith(')') && this.#groups.length > 1) {
            this.#groups.pop();
            this.add(Math.max(group.sum, group.most));
        }
    }
}
// JavaScript forgives some of what RE2 refuses; RE2 has the word.
function plain_pattern_closed(pattern) {
    try {
        new RegExp(pattern, 'u');
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/rules/cel/library/patterns.ts



// Loaded at the first pattern that needs it, which most runs never meet: a tenth of the start-up otherwise. Evaluation cannot wait for an
// import(), so it is the package's own file for require(): the build puts it beside the bundle, the sources have it in node_modules.
let engine;
function re2() {
    engine ??= load((0,external_node_module_.createRequire)(import.meta.url));
    return engine.RE2JS;
}
function load(require) {
    try {
        return require('./re2js.cjs');
    }
    catch {
        return require('re2js');
    }
}
const compiled = new Map();
const plain = new Map();
// Patterns are nearly always literals of rules; the bound is for those made from values.
const MOST = 2000;
/** RE2, so that no pattern takes more than linear time. */
function pattern(text) {
    const known = compiled.get(text);
    if (known)
        return known;
    if (compiled.size >= MOST)
        compiled.clear();
    try {
        const made = re2().compile(text);
        compiled.set(text, made);
        return made;
    }
    catch (error) {
        throw new values/* CelError */.PW(error instanceof Error ? error.message : 'invalid regular expression');
    }
}
function findAll(text, expression, limit) {
    const matcher = pattern(expression).matcher(text);
    const found = [];
    while ((limit < 0n || BigInt(found.length) < limit) && matcher.find())
        found.push(matcher.group() ?? '');
    return found;
}
function find(text, expression) {
    return findAll(text, expression, 1n)[0] ?? '';
}
function matches(text, expression) {
    const known = plain.get(expression);
    const simple = known ?? (plain.has(expression) ? undefined : plainPattern(expression));
    if (plain.size >= MOST)
        plain.clear();
    if (!known)
        plain.set(expression, simple);
    return (simple && matchesPlainly(simple, text)) ?? pattern(expression).matcher(text).find();
}
const patterns = {
    'matches(string, string): bool': matches,
    'string.matches(string): bool': matches,
    'string.find(string): string': find,
    'string.findAll(string): list<string>': (text, expression) => findAll(text, expression, -1n),
    'string.findAll(string, int): list<string>': findAll,
};


/***/ }),

/***/ 6243:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ parseQuantity),
/* harmony export */   Q: () => (/* binding */ Quantity)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8480);

const PARTS = /^([+-]?)0*(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[+-]?\d*)$/;
const DECIMAL = new Map([
    ['n', -9],
    ['u', -6],
    ['m', -3],
    ['', 0],
    ['k', 3],
    ['M', 6],
    ['G', 9],
    ['T', 12],
    ['P', 15],
    ['E', 18],
]);
const BINARY = new Map([
    ['Ki', 10],
    ['Mi', 20],
    ['Gi', 30],
    ['Ti', 40],
    ['Pi', 50],
    ['Ei', 60],
]);
const NANO = -9;
/** Farther apart than this two quantities are not added: the sum would have as many digits. */
const FARTHEST = 1000;
/** A resource quantity: `unscaled × 10^scale`, exactly. */
class Quantity extends _values_js__WEBPACK_IMPORTED_MODULE_0__/* .Opaque */ .GV {
    #unscaled;
    #scale;
    /** Whether Kubernetes keeps it as a 64-bit integer with a scale; only such a one can be read as an integer. */
    #small;
    constructor(unscaled, scale, small) {
        super();
        this.#unscaled = unscaled;
        this.#scale = scale;
        this.#small = small;
    }
    get type() {
        return 'kubernetes.Quantity';
    }
    equals(other) {
        return other instanceof Quantity && this.compare(other) === 0;
    }
    get sign() {
        return this.#unscaled > 0n ? 1n : this.#unscaled < 0n ? -1n : 0n;
    }
    compare(other) {
        if (this.sign !== other.sign)
            return this.sign < other.sign ? -1 : 1;
        const [mine, theirs] = [this.#magnitude, other.#magnitude];
        if (this.sign === 0n || mine !== theirs)
            return Number(this.sign) * Math.sign(mine - theirs);
        const scale = Math.min(this.#scale, other.#scale);
        const difference = this.#at(scale) - other.#at(scale);
        return difference > 0n ? 1 : difference < 0n ? -1 : 0;
    }
    add(other) {
        if (other.#unscaled === 0n && this.#small && other.#small)
            return this;
        if (this.#unscaled === 0n && this.#small && other.#small)
            return other;
        const scale = Math.min(this.#scale, other.#scale);
        if (Math.max(this.#scale, other.#scale) - scale > FARTHEST)
            throw new _values_js__WEBPACK_IMPORTED_MODULE_0__/* .CelError */ .PW('quantities are too far apart');
        const sum = this.#at(scale) + other.#at(scale);
        return new Quantity(sum, scale, this.#small && other.#small && fits(sum));
    }
    negated() {
        return new Quantity(-this.#unscaled, this.#scale, this.#small);
    }
    /** undefined where Kubernetes does not read it as an integer, as it does not for `1000m`. */
    get integer() {
        if (!this.#small || this.#scale < 0 || this.#scale > 18)
            return undefined;
        const value = this.#at(0);
        return fits(value) ? value : undefined;
    }
    get float() {
        return this.#scale === 0 ? Number(this.#unscaled) : Number(this.#unscaled) * Number(`1e${this.#scale}`);
    }
    // Digits before the decimal point.
    get #magnitude() {
        return this.#unscaled.toString().replace('-', '').length + this.#scale;
    }
    #at(scale) {
        return this.#unscaled * 10n ** BigInt(this.#scale - scale);
    }
}
function fits(value) {
    return value <= _values_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_INT */ .Hq && value >= _values_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_INT */ .R;
}
/** As k8s.io/apimachinery's resource.ParseQuantity; undefined for what is none. */
function parseQuantity(text) {
    const found = PARTS.exec(text);
    if (!found || text === '')
        return undefined;
    const [, sign, digits = '', decimals = '', suffix = ''] = found;
    const power = BINARY.get(suffix);
    const exponent = power === undefined ? (DECIMAL.get(suffix) ?? exponentOf(suffix)) : 0;
    if (exponent === undefined)
        return undefined;
    const number = BigInt((digits || '0') + decimals) << BigInt(power ?? 0);
    const scale = exponent - decimals.length;
    const negative = (value) => (sign === '-' ? -value : value);
    if (isSmall(digits || '0', decimals, power) && scale >= NANO && fits(number))
        return new Quantity(negative(number), scale, true);
    const rounded = roundedUp(number, scale);
    const capped = power !== undefined && new Quantity(rounded.unscaled, rounded.scale, false).compare(LARGEST) > 0;
    return capped ? new Quantity(negative(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_INT */ .Hq), 0, false) : new Quantity(negative(rounded.unscaled), rounded.scale, false);
}
const LARGEST = new Quantity(_values_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_INT */ .Hq, 0, true);
// `1e3`, `1E-2`; an E alone is a suffix of its own.
function exponentOf(suffix) {
    return /^[eE][+-]?\d{1,9}$/.test(suffix) ? Number(suffix.slice(1)) : undefined;
}
// How many digits Kubernetes is sure that 64 bits can hold.
function isSmall(digits, decimals, power) {
    if (power === undefined)
        return 18 - digits.length - decimals.length >= 0;
    return decimals === '' && 15 - digits.length - Math.trunc((power * 3) / 10) - 1 >= 0;
}
// Nothing is finer than a nano; what is, is rounded away from zero.
function roundedUp(unscaled, scale) {
    if (scale >= NANO || unscaled === 0n)
        return { unscaled, scale };
    const dropped = NANO - scale;
    if (dropped > unscaled.toString().length)
        return { unscaled: 1n, scale: NANO };
    const unit = 10n ** BigInt(dropped);
    return { unscaled: unscaled / unit + (unscaled % unit > 0n ? 1n : 0n), scale: NANO };
}


/***/ }),

/***/ 6360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ names),
/* harmony export */   Y: () => (/* binding */ children)
/* harmony export */ });
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6841);

/** The variables that an expression names and does not bind itself. */
function names(node, bound = new Set()) {
    const found = new Set();
    const visit = (child, inner = bound) => {
        for (const name of names(child, inner))
            found.add(name);
    };
    if (node.kind === 'name' && !bound.has(node.name) && !(0,_types_js__WEBPACK_IMPORTED_MODULE_0__/* .typeConstant */ .F)(node.name))
        found.add(node.name);
    else if (node.kind === 'macro') {
        visit(node.target);
        for (const arg of node.args)
            visit(arg, new Set([...bound, ...node.bound]));
    }
    else
        for (const child of children(node))
            visit(child);
    return found;
}
function children(node) {
    switch (node.kind) {
        case 'literal':
        case 'name':
            return [];
        case 'select':
        case 'has':
        case 'unary':
            return [node.operand];
        case 'index':
            return [node.operand, node.index];
        case 'binary':
        case 'either':
            return [node.left, node.right];
        case 'conditional':
            return [node.test, node.yes, node.no];
        case 'call':
            return node.target ? [node.target, ...node.args] : node.args;
        case 'list':
            return node.items.map(({ value }) => value);
        case 'map':
            return node.entries.flatMap(({ key, value }) => [key, value]);
        case 'macro':
            return [node.target, ...node.args];
    }
}


/***/ }),

/***/ 172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ compare),
/* harmony export */   V: () => (/* binding */ sortedBy)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2307);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8480);


/** -1, 0 or 1; throws for values without an order. Numbers of different types compare by what they are worth. */
function compare(a, b) {
    if (typeof a === 'string' && typeof b === 'string')
        return compareText(a, b);
    if (typeof a === 'bigint' && typeof b === 'bigint')
        return a < b ? -1 : a > b ? 1 : 0;
    if ((0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isNumeric */ .kf)(a) && (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isNumeric */ .kf)(b))
        return compareNumbers(a instanceof _values_js__WEBPACK_IMPORTED_MODULE_1__/* .Uint */ .Fg ? a.value : a, b instanceof _values_js__WEBPACK_IMPORTED_MODULE_1__/* .Uint */ .Fg ? b.value : b);
    if (typeof a === 'boolean' && typeof b === 'boolean')
        return Number(a) - Number(b);
    if (a instanceof Uint8Array && b instanceof Uint8Array)
        return Math.sign(Buffer.compare(a, b));
    if ((a instanceof _time_js__WEBPACK_IMPORTED_MODULE_0__/* .Timestamp */ .Dc && b instanceof _time_js__WEBPACK_IMPORTED_MODULE_0__/* .Timestamp */ .Dc) || (a instanceof _time_js__WEBPACK_IMPORTED_MODULE_0__/* .Duration */ .dw && b instanceof _time_js__WEBPACK_IMPORTED_MODULE_0__/* .Duration */ .dw))
        return compare(a.nanoseconds, b.nanoseconds);
    throw (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .noSuchOverload */ .vQ)();
}
// An integer beside a double is rounded to a double first, as cel-go does.
function compareNumbers(a, b) {
    if (Number.isNaN(a) || Number.isNaN(b))
        throw new _values_js__WEBPACK_IMPORTED_MODULE_1__/* .CelError */ .PW('NaN values cannot be ordered');
    const same = typeof a === typeof b;
    const x = same ? a : Number(a);
    const y = same ? b : Number(b);
    return x < y ? -1 : x > y ? 1 : 0;
}
// By code points, not by UTF-16 units: a surrogate sorts after the rest of the basic plane.
function compareText(a, b) {
    if (a === b)
        return 0;
    const length = Math.min(a.length, b.length);
    for (let at = 0; at < length; at++) {
        const x = a.charCodeAt(at);
        const y = b.charCodeAt(at);
        if (x !== y)
            return rank(x) < rank(y) ? -1 : 1;
    }
    return a.length < b.length ? -1 : 1;
}
function rank(unit) {
    return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
function sortedBy(list) {
    const type = list[0] && (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .typeName */ .go)(list[0].key);
    if (list.some(({ key }) => (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .typeName */ .go)(key) !== type))
        throw new _values_js__WEBPACK_IMPORTED_MODULE_1__/* .CelError */ .PW('list elements must have the same type');
    return [...list].sort((a, b) => compare(a.key, b.key));
}


/***/ }),

/***/ 4537:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ parseExpression)
});

// EXTERNAL MODULE: ./src/rules/cel/ast.ts
var ast = __webpack_require__(6232);
;// CONCATENATED MODULE: ./src/rules/cel/escapes.ts

const SINGLE = new Map([
    ['\\', '\\'],
    ['?', '?'],
    ['"', '"'],
    ["'", "'"],
    ['`', '`'],
    ['a', '\x07'],
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['v', '\v'],
]);
const CODED = /\\(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2}))/y;
/** The value of a literal that is not raw. In bytes, `\x` and octal escapes are octets; elsewhere code points. */
function unescaped(raw, bytes, start) {
    if (!raw.includes('\\'))
        return bytes ? new TextEncoder().encode(raw) : raw;
    const encoder = new TextEncoder();
    const octets = [];
    let text = '';
    for (let at = 0; at < raw.length;) {
        const plain = raw[at] === '\\' ? undefined : String.fromCodePoint(raw.codePointAt(at) ?? 0);
        const { value, length } = plain === undefined ? decoded(raw, at, bytes, start) : { value: plain, length: plain.length };
        if (!bytes)
            text += typeof value === 'number' ? String.fromCodePoint(value) : value;
        else if (typeof value === 'number')
            octets.push(value);
        else
            octets.push(...encoder.encode(value));
        at += length;
    }
    return bytes ? Uint8Array.from(octets) : text;
}
function decoded(raw, at, bytes, start) {
    const single = SINGLE.get(raw[at + 1] ?? '');
    if (single !== undefined)
        return { value: single, length: 2 };
    CODED.lastIndex = at;
    const coded = CODED.exec(raw);
    const unicode = coded?.[2] ?? coded?.[3];
    if (!coded || (bytes && unicode !== undefined))
        throw new ast/* CompileError */.m(`invalid escape sequence \\${raw[at + 1] ?? ''}`, start + at);
    const code = coded[4] === undefined ? Number.parseInt(coded[1] ?? unicode ?? '', 16) : Number.parseInt(coded[4], 8);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        throw new ast/* CompileError */.m('invalid unicode code point', start + at);
    return { value: code, length: coded[0].length };
}

// EXTERNAL MODULE: ./src/rules/cel/values.ts
var values = __webpack_require__(8480);
;// CONCATENATED MODULE: ./src/rules/cel/lexer.ts



// One look at each token, which is what counts: the rules' expressions are read at each start.
const TOKEN = /(?:[\t\n\f\r ]+|\/\/[^\n]*)*(?:((?:[bB][rR]?|[rR])?(?:"""|'''|"|'))|([A-Za-z_]\w*)|(\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|0x[0-9A-Fa-f]+[uU]?|\d+[uU]?)|(==|!=|<=|>=|&&|\|\||[<>!?:.,+\-*/%()[\]{}])|$)/y;
const WORDS = new Map([
    ['true', true],
    ['false', false],
    ['null', null],
]);
function tokens(text) {
    const found = [];
    for (let at = 0;;) {
        const token = next(text, at);
        found.push(token);
        if (token.kind === 'end')
            return found;
        at = token.end;
    }
}
function next(text, from) {
    TOKEN.lastIndex = from;
    const match = TOKEN.exec(text);
    if (!match)
        throw unexpected(text, from);
    const [whole, opening, name, number, operator] = match;
    const end = from + whole.length;
    if (name !== undefined)
        return named(name, end);
    if (operator !== undefined)
        return sign(operator, end - operator.length);
    if (opening !== undefined)
        return string(text, end - opening.length, opening);
    if (number !== undefined)
        return { kind: 'literal', text: number, value: worth(number, end - number.length), start: end - number.length, end };
    return { kind: 'end', text: 'end of expression', value: undefined, start: end, end };
}
function unexpected(text, from) {
    const at = from + (/^(?:[\t\n\f\r ]+|\/\/[^\n]*)*/.exec(text.slice(from))?.[0].length ?? 0);
    return new ast/* CompileError */.m(`unexpected character ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))}`, at);
}
function sign(text, start) {
    return { kind: 'sign', text, value: undefined, start, end: start + text.length };
}
function named(word, end) {
    const start = end - word.length;
    if (word === 'in')
        return sign(word, start);
    return { kind: WORDS.has(word) ? 'literal' : 'name', text: word, value: WORDS.get(word), start, end };
}
// -9223372036854775808 is a literal, so the parser checks the upper bound again once it knows the sign.
function worth(digits, at) {
    if (/[uU]$/.test(digits)) {
        const value = BigInt(digits.slice(0, -1));
        if (value > values/* MAX_UINT */.S9)
            throw new ast/* CompileError */.m('invalid uint literal', at);
        return new values/* Uint */.Fg(value);
    }
    if (!digits.startsWith('0x') && /[.eE]/.test(digits)) {
        const value = Number(digits);
        if (!Number.isFinite(value))
            throw new ast/* CompileError */.m('invalid double literal', at);
        return value;
    }
    const value = BigInt(digits);
    if (value > values/* MAX_INT */.Hq + 1n)
        throw new ast/* CompileError */.m('invalid int literal', at);
    return value;
}
function string(text, start, opening) {
    // Nearly all: quoted once, with nothing escaped.
    const close = opening.length === 1 ? text.indexOf(opening, start + 1) : -1;
    const plain = close < 0 ? undefined : text.slice(start + 1, close);
    if (plain !== undefined && !/[\\\n\r]/.test(plain))
        return { kind: 'literal', text: opening, value: plain, start, end: close + 1 };
    const quote = opening.replace(/^[a-zA-Z]+/, '');
    const prefix = opening.slice(0, opening.length - quote.length).toLowerCase();
    const from = start + opening.length;
    const to = closing(text, from, quote, prefix.includes('r'));
    if (to === undefined)
        throw new ast/* CompileError */.m('unterminated string', start);
    const raw = quote.length === 3 ? text.slice(from, to).replace(/\r\n?/g, '\n') : text.slice(from, to);
    const bytes = prefix.includes('b');
    const value = prefix.includes('r') ? (bytes ? new TextEncoder().encode(raw) : raw) : unescaped(raw, bytes, from);
    const end = to + quote.length;
    return { kind: 'literal', text: text.slice(start, end), value, start, end };
}
function closing(text, from, quote, raw) {
    for (let at = from; at < text.length; at++) {
        const character = text[at];
        if (character === quote[0] && text.startsWith(quote, at))
            return at;
        if (character === '\\' && !raw)
            at++;
        else if (quote.length === 1 && (character === '\n' || character === '\r'))
            return undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/rules/cel/macro.ts

/** By name and number of arguments; a call that differs in either is an ordinary function call. */
const SHAPES = new Map([
    ['all/2', { name: 'all', bound: 1 }],
    ['all/3', { name: 'all', bound: 2 }],
    ['exists/2', { name: 'exists', bound: 1 }],
    ['exists/3', { name: 'exists', bound: 2 }],
    ['exists_one/2', { name: 'existsOne', bound: 1 }],
    ['exists_one/3', { name: 'existsOne', bound: 2 }],
    ['existsOne/3', { name: 'existsOne', bound: 2 }],
    ['map/2', { name: 'map', bound: 1 }],
    ['map/3', { name: 'map', bound: 1 }],
    ['filter/2', { name: 'filter', bound: 1 }],
    ['transformList/3', { name: 'transformList', bound: 2 }],
    ['transformList/4', { name: 'transformList', bound: 2 }],
    ['transformMap/3', { name: 'transformMap', bound: 2 }],
    ['transformMap/4', { name: 'transformMap', bound: 2 }],
    ['transformMapEntry/3', { name: 'transformMapEntry', bound: 2 }],
    ['transformMapEntry/4', { name: 'transformMapEntry', bound: 2 }],
    ['sortBy/2', { name: 'sortBy', bound: 1 }],
    ['optMap/2', { name: 'optMap', bound: 1 }],
    ['optFlatMap/2', { name: 'optFlatMap', bound: 1 }],
]);
function macro(name, target, args, whole, at) {
    if (!target)
        return name === 'has' && args.length === 1 ? has(args[0], whole) : undefined;
    const shape = SHAPES.get(`${name}/${args.length}`);
    if (!shape)
        return undefined;
    const bound = args.slice(0, shape.bound).map((arg) => {
        if (arg.kind !== 'name')
            throw new ast/* CompileError */.m('argument must be a simple name', arg.start);
        return arg.name;
    });
    if (bound.length === 2 && bound[0] === bound[1])
        throw new ast/* CompileError */.m('the two variables must have different names', at);
    return { kind: 'macro', name: shape.name, target, bound, args: args.slice(shape.bound), ...whole };
}
function has(arg, whole) {
    if (arg.kind !== 'select' || arg.optional)
        throw new ast/* CompileError */.m('invalid argument to has() macro', arg.start);
    return { kind: 'has', operand: arg.operand, field: arg.field, ...whole };
}

;// CONCATENATED MODULE: ./src/rules/cel/parser.ts




/** How tightly an operator binds. */
const LEVELS = new Map([['||'], ['&&'], ['==', '!=', '<', '<=', '>', '>=', 'in'], ['+', '-'], ['*', '/', '%']].flatMap((operators, level) => operators.map((operator) => [operator, level + 1])));
// `namespace` is reserved too, but is the name of a variable of ours; escaped where an expression goes to Kubernetes.
const RESERVED = new Set('as break const continue else for function if import let loop package return var void while'.split(' '));
/** Kubernetes' own limit for the nesting of an expression. */
const DEEPEST = 50;
const NAMESPACED = new Set(('optional.of optional.none optional.ofNonZeroValue optional.unwrap sets.contains sets.equivalent sets.intersects lists.range ' +
    'strings.quote format.named format.dns1123Label format.dns1123Subdomain format.dns1035Label format.qualifiedName ' +
    'format.dns1123LabelPrefix format.dns1123SubdomainPrefix format.dns1035LabelPrefix format.labelValue format.uri format.uuid ' +
    'format.byte format.date format.datetime ip.isCanonical').split(' '));
/** The only names with dots: those of types. */
const QUALIFIED = new Set([
    'google.protobuf',
    'google.protobuf.Timestamp',
    'google.protobuf.Duration',
    'net.IP',
    'net.CIDR',
]);
function parseExpression(text) {
    return new Parser(text).whole();
}
class Parser {
    #tokens;
    #at = 0;
    #depth = 0;
    constructor(text) {
        this.#tokens = tokens(text);
    }
    whole() {
        const node = this.#expression();
        if (this.#now.kind !== 'end')
            throw this.#unexpected();
        return node;
    }
    get #now() {
        return this.#tokens[this.#at];
    }
    #unexpected() {
        return new ast/* CompileError */.m(`unexpected ${this.#now.kind === 'end' ? this.#now.text : JSON.stringify(this.#now.text)}`, this.#now.start);
    }
    #take(sign) {
        if (this.#now.kind !== 'sign' || this.#now.text !== sign)
            return false;
        this.#at++;
        return true;
    }
    #expect(sign) {
        const token = this.#now;
        if (!this.#take(sign))
            throw this.#unexpected();
        return token;
    }
    #expression() {
        if (++this.#depth > DEEPEST * 2)
            throw new ast/* CompileError */.m('expression nests too deeply', this.#now.start);
        const test = this.#chain(1);
        if (!this.#take('?')) {
            this.#depth--;
            return test;
        }
        const yes = this.#chain(1);
        this.#expect(':');
        const no = this.#expression();
        this.#depth--;
        return { kind: 'conditional', test, yes, no, start: test.start, end: no.end };
    }
    /** A chain of operators that bind at least so tightly. */
    #chain(least) {
        let left = this.#unary();
        for (;;) {
            const { kind, text } = this.#now;
            const level = kind === 'sign' ? LEVELS.get(text) : undefined;
            if (level === undefined || level < least)
                return left;
            this.#at++;
            const right = this.#chain(level + 1);
            const parts = { left, right, start: left.start, end: right.end };
            if (text === '&&' || text === '||')
                left = { kind: 'either', operator: text, ...parts };
            else
                left = { kind: 'binary', operator: text, ...parts };
        }
    }
    #unary() {
        const { start, text, kind } = this.#now;
        if (kind !== 'sign' || (text !== '!' && text !== '-'))
            return this.#member(this.#primary());
        this.#at++;
        const literal = text === '-' ? this.#negative(start) : undefined;
        if (literal)
            return this.#member(literal);
        if (++this.#depth > DEEPEST * 2)
            throw new ast/* CompileError */.m('expression nests too deeply', start);
        const operand = this.#now.text === text && this.#now.kind === 'sign' ? this.#unary() : this.#member(this.#primary());
        this.#depth--;
        return { kind: 'unary', operator: text, operand, start, end: operand.end };
    }
    #negative(start) {
        const { value, end } = this.#now;
        if (this.#now.kind !== 'literal' || (typeof value !== 'bigint' && typeof value !== 'number'))
            return undefined;
        this.#at++;
        return { kind: 'literal', value: -value, start, end };
    }
    #member(first) {
        let node = first;
        for (;;) {
            if (this.#take('.'))
                node = this.#field(node);
            else if (this.#take('[')) {
                const optional = this.#take('?');
                const index = this.#expression();
                node = { kind: 'index', operand: node, index, optional, start: node.start, end: this.#expect(']').end };
            }
            else
                return node;
        }
    }
    #field(operand) {
        const optional = this.#take('?');
        const { kind, text: field, start, end } = this.#now;
        if (kind !== 'name')
            throw this.#unexpected();
        this.#at++;
        const name = operand.kind === 'name' && !optional ? `${operand.name}.${field}` : '';
        if (QUALIFIED.has(name))
            return { kind: 'name', name, start: operand.start, end };
        if (optional || this.#now.text !== '(' || this.#now.kind !== 'sign')
            return { kind: 'select', operand, field, optional, start: operand.start, end };
        const args = this.#arguments();
        const whole = { start: operand.start, end: this.#before.end };
        if (NAMESPACED.has(name))
            return { kind: 'call', name, target: undefined, args, ...whole };
        return macro(field, operand, args, whole, start) ?? { kind: 'call', name: field, target: operand, args, ...whole };
    }
    get #before() {
        return this.#tokens[this.#at - 1];
    }
    #arguments() {
        this.#expect('(');
        const args = [];
        if (this.#take(')'))
            return args;
        do
            args.push(this.#expression());
        while (this.#take(','));
        this.#expect(')');
        return args;
    }
    #primary() {
        const token = this.#now;
        const { start, end } = token;
        if (token.kind === 'literal') {
            if (typeof token.value === 'bigint' && token.value > values/* MAX_INT */.Hq)
                throw new ast/* CompileError */.m('invalid int literal', start);
            this.#at++;
            return { kind: 'literal', value: token.value, start, end };
        }
        if (token.kind === 'name')
            return this.#name();
        if (this.#take('.'))
            return this.#name();
        if (this.#take('(')) {
            const inner = this.#expression();
            this.#expect(')');
            return inner;
        }
        if (this.#take('['))
            return this.#list(start);
        if (this.#take('{'))
            return this.#map(start);
        throw this.#unexpected();
    }
    #name() {
        const { kind, text: name, start, end } = this.#now;
        if (kind !== 'name')
            throw this.#unexpected();
        if (RESERVED.has(name))
            throw new ast/* CompileError */.m(`reserved identifier: ${name}`, start);
        this.#at++;
        if (this.#now.text !== '(' || this.#now.kind !== 'sign')
            return { kind: 'name', name, start, end };
        const args = this.#arguments();
        const whole = { start, end: this.#before.end };
        return macro(name, undefined, args, whole, start) ?? { kind: 'call', name, target: undefined, args, ...whole };
    }
    #list(start) {
        const items = [];
        while (this.#now.text !== ']' || this.#now.kind !== 'sign') {
            const optional = this.#take('?');
            items.push({ value: this.#expression(), optional });
            if (!this.#take(','))
                break;
        }
        return { kind: 'list', items, start, end: this.#expect(']').end };
    }
    #map(start) {
        const entries = [];
        while (this.#now.text !== '}' || this.#now.kind !== 'sign') {
            const optional = this.#take('?');
            const key = this.#expression();
            this.#expect(':');
            entries.push({ key, value: this.#expression(), optional });
            if (!this.#take(','))
                break;
        }
        return { kind: 'map', entries, start, end: this.#expect('}').end };
    }
}


/***/ }),

/***/ 3806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZV: () => (/* binding */ typeOfLiteral),
/* harmony export */   ah: () => (/* binding */ guard),
/* harmony export */   vl: () => (/* binding */ signature),
/* harmony export */   wb: () => (/* binding */ showType)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2307);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8480);


const RECEIVER = /^((?:list|map|optional)<.*?>|string|bytes|int|timestamp|duration|[A-Z][A-Za-z]*)\.([a-zA-Z]+)$/;
/** Reads `string.split(string, int): list<string>`. */
function signature(text) {
    const open = text.indexOf('(');
    const close = text.lastIndexOf('):');
    const called = text.slice(0, open);
    const receiver = RECEIVER.exec(called);
    const parameters = split(text.slice(open + 1, close)).map(parseType);
    return {
        name: receiver?.[2] ?? called,
        receiver: receiver !== null,
        parameters: receiver ? [parseType(receiver[1] ?? ''), ...parameters] : parameters,
        result: parseType(text.slice(close + 2).trim()),
    };
}
function parseType(text) {
    const open = text.indexOf('<');
    if (open < 0)
        return { name: text, of: [] };
    return { name: text.slice(0, open), of: split(text.slice(open + 1, -1)).map(parseType) };
}
// At commas outside of angle brackets.
function split(text) {
    const parts = [];
    let depth = 0;
    let from = 0;
    for (let at = 0; at <= text.length; at++) {
        if (text[at] === '<')
            depth++;
        else if (text[at] === '>')
            depth--;
        else if (at === text.length || (text[at] === ',' && depth === 0)) {
            parts.push(text.slice(from, at).trim());
            from = at + 1;
        }
    }
    return parts.filter((part) => part !== '');
}
const GUARDS = new Map([
    ['string', (value) => typeof value === 'string'],
    ['int', (value) => typeof value === 'bigint'],
    ['double', (value) => typeof value === 'number'],
    ['bool', (value) => typeof value === 'boolean'],
    ['uint', (value) => value instanceof _values_js__WEBPACK_IMPORTED_MODULE_1__/* .Uint */ .Fg],
    ['bytes', (value) => value instanceof Uint8Array],
    ['list', (value) => Array.isArray(value)],
    ['map', (value) => (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value)],
    ['optional', (value) => value instanceof _values_js__WEBPACK_IMPORTED_MODULE_1__/* .Optional */ .Xx],
    ['type', (value) => value instanceof _values_js__WEBPACK_IMPORTED_MODULE_1__/* .TypeValue */ .Uu],
    ['timestamp', (value) => value instanceof _time_js__WEBPACK_IMPORTED_MODULE_0__/* .Timestamp */ .Dc],
    ['duration', (value) => value instanceof _time_js__WEBPACK_IMPORTED_MODULE_0__/* .Duration */ .dw],
    ['A', () => true],
    ['B', () => true],
    ['dyn', () => true],
]);
/** Whether a value is of a type, as far as its outermost part tells. */
function guard(type) {
    return GUARDS.get(type.name) ?? ((value) => value instanceof _values_js__WEBPACK_IMPORTED_MODULE_1__/* .Special */ ._c && value.type === TYPE_NAMES[type.name]);
}
/** How Kubernetes names the types of its libraries. */
const TYPE_NAMES = {
    Quantity: 'kubernetes.Quantity',
    URL: 'kubernetes.URL',
    IP: 'net.IP',
    CIDR: 'net.CIDR',
    Format: 'kubernetes.NamedFormat',
    Semver: 'kubernetes.Semver',
};
const SHOWN = {
    ...TYPE_NAMES,
    optional: 'optional_type',
    null: 'null_type',
    timestamp: 'google.protobuf.Timestamp',
    duration: 'google.protobuf.Duration',
};
/** As Kubernetes' messages write it. */
function showType(type) {
    const name = SHOWN[type.name] ?? type.name;
    return type.of.length > 0 ? `${name}(${type.of.map(showType).join(', ')})` : name;
}
function typeOfLiteral(value) {
    const name = (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .typeName */ .go)(value);
    return { name: name === 'null_type' ? 'null' : name, of: [] };
}


/***/ }),

/***/ 2307:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ Timestamp),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   EH: () => (/* binding */ parseTimestamp),
/* harmony export */   OQ: () => (/* binding */ showTimestamp),
/* harmony export */   dw: () => (/* binding */ Duration),
/* harmony export */   kJ: () => (/* binding */ showDuration),
/* harmony export */   wh: () => (/* binding */ floorDiv)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8480);

const SECOND = 1000000000n;
// Years 1 to 9999, as Kubernetes' CEL bounds them.
const EARLIEST = -62135596800n * SECOND;
const LATEST = 253402300800n * SECOND;
const LONGEST = 9223372036854775807n;
class Timestamp extends _values_js__WEBPACK_IMPORTED_MODULE_0__/* .Special */ ._c {
    #nanoseconds;
    #offset;
    constructor(nanoseconds, offset = 0) {
        super();
        if (nanoseconds < EARLIEST || nanoseconds >= LATEST)
            throw new _values_js__WEBPACK_IMPORTED_MODULE_0__/* .CelError */ .PW('timestamp overflow');
        this.#nanoseconds = nanoseconds;
        this.#offset = offset;
    }
    get type() {
        return 'google.protobuf.Timestamp';
    }
    get nanoseconds() {
        return this.#nanoseconds;
    }
    /** Minutes by which the clock it was written by is ahead of UTC; only seen where it is written again. */
    get offset() {
        return this.#offset;
    }
    plus(nanoseconds) {
        return new Timestamp(this.#nanoseconds + nanoseconds, this.#offset);
    }
    equals(other) {
        return other instanceof Timestamp && other.nanoseconds === this.#nanoseconds;
    }
}
class Duration extends _values_js__WEBPACK_IMPORTED_MODULE_0__/* .Special */ ._c {
    #nanoseconds;
    constructor(nanoseconds) {
        super();
        if (nanoseconds > LONGEST || nanoseconds < -LONGEST - 1n)
            throw new _values_js__WEBPACK_IMPORTED_MODULE_0__/* .CelError */ .PW('duration overflow');
        this.#nanoseconds = nanoseconds;
    }
    get type() {
        return 'google.protobuf.Duration';
    }
    get nanoseconds() {
        return this.#nanoseconds;
    }
    equals(other) {
        return other instanceof Duration && other.nanoseconds === this.#nanoseconds;
    }
}
const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;
/** RFC 3339, as Go's time package reads it. */
function parseTimestamp(text) {
    const found = RFC3339.exec(text);
    const part = (index) => Number(found?.[index] ?? 0);
    const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute, second);
    if (!found ||
        hour > 23 ||
        minute > 59 ||
        second > 59 ||
        date.getUTCMonth() !== month - 1 ||
        date.getUTCDate() !== day ||
        part(9) > 24 ||
        part(10) > 60)
        throw new _values_js__WEBPACK_IMPORTED_MODULE_0__/* .CelError */ .PW(`invalid timestamp ${JSON.stringify(text)}`);
    const offset = (found[8] === '-' ? -1 : 1) * (part(9) * 60 + part(10));
    const fraction = BigInt((found[7] ?? '').slice(0, 9).padEnd(9, '0'));
    return new Timestamp((BigInt(date.getTime() / 1000) - BigInt(offset * 60)) * SECOND + fraction, offset);
}
function showTimestamp(time) {
    const date = new Date((Number(floorDiv(time.nanoseconds, SECOND)) + time.offset * 60) * 1000);
    const [day = '', rest = ''] = date.toISOString().split('T');
    const ahead = Math.abs(time.offset);
    const two = (value) => `${value}`.padStart(2, '0');
    const zone = ahead === 0 ? 'Z' : `${time.offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
    return `${day.replace(/^\+?0*(?=\d{4}-)/, '')}T${rest.slice(0, 8)}${fraction(time.nanoseconds)}${zone}`;
}
function fraction(nanoseconds) {
    const rest = ((nanoseconds % SECOND) + SECOND) % SECOND;
    return rest === 0n ? '' : `.${rest.toString().padStart(9, '0').replace(/0+$/, '')}`;
}
function floorDiv(value, by) {
    const quotient = value / by;
    return value % by < 0n ? quotient - 1n : quotient;
}
const UNITS = new Map([
    ['ns', 1n],
    ['us', 1000n],
    ['µs', 1000n],
    ['μs', 1000n],
    ['ms', 1000000n],
    ['s', SECOND],
    ['m', 60n * SECOND],
    ['h', 3600n * SECOND],
]);
/** As Go's time.ParseDuration. */
function parseDuration(text) {
    const sign = text.startsWith('-') ? -1n : 1n;
    const rest = text.replace(/^[+-]/, '');
    if (rest === '0')
        return new Duration(0n);
    const part = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
    let total = 0n;
    do {
        const found = part.exec(rest);
        if (!found || (!found[1] && !found[2]))
            throw new _values_js__WEBPACK_IMPORTED_MODULE_0__/* .CelError */ .PW(`invalid duration ${JSON.stringify(text)}`);
        const unit = UNITS.get(found[3] ?? '') ?? 0n;
        const decimals = (found[2] ?? '').slice(0, 18);
        total += BigInt(found[1] || 0) * unit + (BigInt(decimals || 0) * unit) / 10n ** BigInt(decimals.length);
    } while (part.lastIndex < rest.length);
    return new Duration(sign * total);
}
/** Seconds with as many decimals as needed, as Kubernetes' string() gives them. */
function showDuration(duration) {
    const value = duration.nanoseconds;
    const size = value < 0n ? -value : value;
    return `${value < 0n ? '-' : ''}${size / SECOND}${fraction(size)}s`;
}


/***/ }),

/***/ 6841:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ typeConstant)
/* harmony export */ });
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8480);

const DYN = { name: 'dyn', of: [] };
const plain = (name) => ({ name, of: [] });
const TYPES = new Map(Object.entries({
    ...Object.fromEntries(['int', 'uint', 'double', 'bool', 'string', 'bytes', 'type'].map((name) => [name, plain(name)])),
    null_type: plain('null'),
    list: { name: 'list', of: [DYN] },
    map: { name: 'map', of: [DYN, DYN] },
    optional_type: { name: 'optional', of: [DYN] },
    'google.protobuf.Timestamp': plain('timestamp'),
    'google.protobuf.Duration': plain('duration'),
    'net.IP': plain('IP'),
    'net.CIDR': plain('CIDR'),
}).map(([name, of]) => [name, { value: new _values_js__WEBPACK_IMPORTED_MODULE_0__/* .TypeValue */ .Uu(name), of }]));
/** What a type's name stands for where no variable of that name is given. */
function typeConstant(name) {
    return TYPES.get(name);
}


/***/ }),

/***/ 8480:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ lookup),
/* harmony export */   Fg: () => (/* binding */ Uint),
/* harmony export */   GV: () => (/* binding */ Opaque),
/* harmony export */   Hq: () => (/* binding */ MAX_INT),
/* harmony export */   PW: () => (/* binding */ CelError),
/* harmony export */   R: () => (/* binding */ MIN_INT),
/* harmony export */   S9: () => (/* binding */ MAX_UINT),
/* harmony export */   Uu: () => (/* binding */ TypeValue),
/* harmony export */   Xx: () => (/* binding */ Optional),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   _c: () => (/* binding */ Special),
/* harmony export */   aI: () => (/* binding */ equals),
/* harmony export */   go: () => (/* binding */ typeName),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   kf: () => (/* binding */ isNumeric),
/* harmony export */   vQ: () => (/* binding */ noSuchOverload)
/* harmony export */ });
/** An evaluation that fails, as CEL understands failing: `&&`, `||`, `all` and `exists` may do without the operand. */
class CelError extends Error {
    constructor(message) {
        super(message);
        this.name = 'CelError';
    }
}
/**
 * What JavaScript has no value of its own for. The fields of these classes are private, so that an expression that
 * selects a field from one finds no own property.
 */
class Special {
}
/** A value of one of Kubernetes' libraries; to compare it with anything else is a mistake there, not a difference. */
class Opaque extends Special {
}
class Uint extends Special {
    #value;
    constructor(value) {
        super();
        if (value < 0n || value > MAX_UINT)
            throw new CelError('unsigned integer overflow');
        this.#value = value;
    }
    get type() {
        return 'uint';
    }
    get value() {
        return this.#value;
    }
    equals(other) {
        return other instanceof Uint && other.value === this.#value;
    }
}
class TypeValue extends Special {
    #name;
    constructor(name) {
        super();
        this.#name = name;
    }
    get type() {
        return 'type';
    }
    get typeName() {
        return this.#name;
    }
    equals(other) {
        return other instanceof TypeValue && other.typeName === this.#name;
    }
}
class Optional extends Special {
    static none = new Optional(undefined);
    #value;
    constructor(value) {
        super();
        this.#value = value;
    }
    get type() {
        return 'optional_type';
    }
    /** undefined where there is none. */
    get value() {
        return this.#value;
    }
    equals(other) {
        if (!(other instanceof Optional))
            return false;
        if (this.#value === undefined || other.value === undefined)
            return this.#value === other.value;
        return equals(this.#value, other.value);
    }
}
const MAX_INT = 9223372036854775807n;
const MIN_INT = -9223372036854775808n;
const MAX_UINT = 18446744073709551615n;
function isMap(value) {
    return (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Special) && !(value instanceof Uint8Array));
}
function typeName(value) {
    switch (typeof value) {
        case 'bigint':
            return 'int';
        case 'number':
            return 'double';
        case 'boolean':
            return 'bool';
        case 'string':
            return 'string';
        default:
            if (value === null || value === undefined)
                return 'null_type';
            if (Array.isArray(value))
                return 'list';
            if (value instanceof Special)
                return value.type;
            return value instanceof Uint8Array ? 'bytes' : 'map';
    }
}
function noSuchOverload() {
    return new CelError('no such overload');
}
/** The value of a key; undefined where there is none. Reading an unsettled value throws. */
function lookup(map, key) {
    if (map instanceof Map) {
        const value = map.get(key);
        return value === undefined && isNumeric(key) ? numericEntry(map, key) : value;
    }
    return typeof key === 'string' && Object.hasOwn(map, key) ? map[key] : undefined;
}
function numericEntry(map, key) {
    for (const [candidate, value] of map)
        if (equals(candidate, key))
            return value;
    return undefined;
}
function keysOf(map) {
    return map instanceof Map ? [...map.keys()] : Object.keys(map);
}
function isNumeric(value) {
    return typeof value === 'bigint' || typeof value === 'number' || value instanceof Uint;
}
/** CEL's `==`: values of different types differ, numbers compare by what they are worth. */
function equals(a, b) {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
        if (a === b)
            return true;
        if (a instanceof Opaque)
            throw noSuchOverload();
        if (typeof a === typeof b && !(a instanceof Uint))
            return false;
        return isNumeric(a) && isNumeric(b) && sameNumber(a, b);
    }
    if (Array.isArray(a))
        return Array.isArray(b) && sameItems(a, b);
    if (a instanceof Special) {
        if (a instanceof Opaque && !(b instanceof Opaque && b.type === a.type))
            throw noSuchOverload();
        return b instanceof Special && a.equals(b);
    }
    if (a instanceof Uint8Array)
        return b instanceof Uint8Array && sameItems(a, b);
    return isMap(b) && isMap(a) && sameEntries(a, b);
}
// A double is compared with an integer after rounding the integer to a double, as cel-go does.
function sameNumber(a, b) {
    const x = a instanceof Uint ? a.value : a;
    const y = b instanceof Uint ? b.value : b;
    return typeof x === typeof y ? x === y : Number(x) === Number(y);
}
function sameItems(a, b) {
    if (a.length !== b.length)
        return false;
    for (let index = 0; index < a.length; index++)
        if (!equals(a[index], b[index]))
            return false;
    return true;
}
function sameEntries(a, b) {
    const keys = keysOf(a);
    if (keys.length !== keysOf(b).length)
        return false;
    return keys.every((key) => {
        const other = lookup(b, key);
        return other !== undefined && equals(lookup(a, key), other);
    });
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
