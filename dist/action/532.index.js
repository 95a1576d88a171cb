export const id = 532;
export const ids = [532,868];
export const modules = {

/***/ 5532:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadRules: () => (/* binding */ loadRules)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/source/yaml/placed.ts
var placed = __webpack_require__(1868);
// EXTERNAL MODULE: ./src/rules/embedded.ts
var embedded = __webpack_require__(3693);
// EXTERNAL MODULE: ./src/model/path.ts
var path = __webpack_require__(1489);
;// CONCATENATED MODULE: ./src/model/subject.ts
const SCOPES = [
    'repository',
    'namespace',
    'component',
    'resource',
    'pod',
    'container',
    'volume',
    'image',
    'dockerfile',
    'build-stage',
    'instruction',
    'command',
    'compose-service',
];

// EXTERNAL MODULE: ./src/rules/cel/ast.ts
var ast = __webpack_require__(6232);
// EXTERNAL MODULE: ./src/rules/cel/signature.ts
var signature = __webpack_require__(3806);
;// CONCATENATED MODULE: ./src/rules/cel/operator-types.ts

const ORDERED = ['bool', 'int', 'uint', 'double', 'string', 'bytes', 'timestamp', 'duration'];
const NUMBERS = ['int', 'uint', 'double'];
const MIXED = NUMBERS.flatMap((a) => NUMBERS.filter((b) => b !== a).map((b) => [a, b]));
const order = [...ORDERED.map((type) => `(${type}, ${type}): bool`), ...MIXED.map(([a, b]) => `(${a}, ${b}): bool`)];
const numbers = (types) => types.map((type) => `(${type}, ${type}): ${type}`);
const TYPES = {
    '==': ['(A, A): bool'],
    '!=': ['(A, A): bool'],
    '<': order,
    '<=': order,
    '>': order,
    '>=': order,
    in: ['(A, list<A>): bool', '(A, map<A, B>): bool'],
    '+': [
        ...numbers([...NUMBERS, 'string', 'bytes', 'duration']),
        '(list<A>, list<A>): list<A>',
        '(timestamp, duration): timestamp',
        '(duration, timestamp): timestamp',
    ],
    '-': [...numbers([...NUMBERS, 'duration']), '(timestamp, timestamp): duration', '(timestamp, duration): timestamp'],
    '*': numbers(NUMBERS),
    '/': numbers(NUMBERS),
    '%': numbers(['int', 'uint']),
    '!': ['(bool): bool'],
    'unary -': ['(int): int', '(double): double'],
    '&&': ['(bool, bool): bool'],
    '||': ['(bool, bool): bool'],
    '?:': ['(bool, A, A): A'],
    '[]': ['(list<A>, int): A', '(map<A, B>, A): B', '(optional<list<A>>, int): optional<A>', '(optional<map<A, B>>, A): optional<B>'],
    '[?]': [
        '(list<A>, int): optional<A>',
        '(optional<list<A>>, int): optional<A>',
        '(map<A, B>, A): optional<B>',
        '(optional<map<A, B>>, A): optional<B>',
    ],
    sortBy: ORDERED.map((type) => `(list<A>, list<${type}>): list<A>`),
    optMap: ['(optional<A>): bool'],
};
/** The types that an operator, or what a macro comes to, takes and gives. */
function operatorTypes(operator) {
    return (TYPES[operator] ?? []).map((types) => (0,signature/* signature */.vl)(`${operator.replace('(', '')}${types}`));
}

;// CONCATENATED MODULE: ./src/rules/cel/unify.ts
const DYN = { name: 'dyn', of: [] };
const NULLABLE = new Set(['null', 'optional', 'timestamp', 'duration']);
function isVariable(type) {
    return type.name.startsWith('%');
}
function sameType(a, b) {
    return a.name === b.name && a.of.length === b.of.length && a.of.every((part, index) => sameType(part, b.of[index] ?? DYN));
}
/** What type variables stand for, found while an expression is checked, after the algorithm of cel-go's checker. */
class Unifier {
    #found = new Map();
    #count = 0;
    fresh() {
        return { name: `%${++this.#count}`, of: [] };
    }
    /** Whether all of the one fit the others; if they do not, nothing that was found on the way is kept. */
    fits(types, wanted) {
        const before = new Map(this.#found);
        if (types.every((type, index) => this.#assignable(type, wanted[index] ?? DYN)))
            return true;
        this.#found = before;
        return false;
    }
    /** With variables replaced by what they stand for; those that stand for nothing stay, or are dyn. */
    resolve(type, toDyn = false) {
        const known = this.#found.get(type.name);
        if (known)
            return this.resolve(known, toDyn);
        if (isVariable(type))
            return toDyn ? DYN : type;
        return type.of.length === 0 ? type : { name: type.name, of: type.of.map((part) => this.resolve(part, toDyn)) };
    }
    mostGeneral(a, b) {
        return this.#lessSpecific(a, b) ? a : b;
    }
    #assignable(a, b) {
        if (isVariable(b)) {
            const known = this.#found.has(b.name);
            if (this.#stands(b, a))
                return true;
            if (known)
                return false;
        }
        if (isVariable(a))
            return this.#stands(a, b);
        if (a.name === 'dyn' || b.name === 'dyn')
            return true;
        if (a.name === 'null')
            return isNullable(b);
        if (b.name === 'null')
            return isNullable(a);
        if (a.name === 'type')
            return b.name === 'type';
        return a.name === b.name && a.of.every((part, index) => this.#assignable(part, b.of[index] ?? DYN));
    }
    // Whether the variable can stand for the type; from then on it does, or for the more general of this and what it stood for.
    #stands(variable, type) {
        if (sameType(variable, type))
            return true;
        const known = this.#found.get(variable.name);
        if (known === undefined) {
            if (this.#occurs(variable, type))
                return false;
            this.#found.set(variable.name, type);
            return true;
        }
        if (sameType(known, type))
            return true;
        if (!this.#assignable(type, known))
            return false;
        const general = this.mostGeneral(type, known);
        if (!this.#occurs(variable, general))
            this.#found.set(variable.name, general);
        return true;
    }
    #occurs(variable, within) {
        if (sameType(variable, within))
            return true;
        const known = this.#found.get(within.name);
        return known ? this.#occurs(variable, known) : within.of.some((part) => this.#occurs(variable, part));
    }
    #lessSpecific(a, b) {
        if (a.name === 'dyn' || isVariable(a))
            return true;
        if (b.name === 'dyn' || isVariable(b) || a.name !== b.name)
            return false;
        return a.name === 'type' || a.of.every((part, index) => this.#lessSpecific(part, b.of[index] ?? DYN));
    }
}
// As before CEL had a type for null: whatever is a message may be null, and no list, map or scalar.
function isNullable(type) {
    return NULLABLE.has(type.name) || /^[A-Z]/.test(type.name);
}

;// CONCATENATED MODULE: ./src/rules/cel/check-macro.ts




const BOOL = { name: 'bool', of: [] };
const INT = { name: 'int', of: [] };
/** The types of macros, as if they were spelt out with the loops that Kubernetes' CEL expands them to. */
function checkComprehension(checker, node, exempt) {
    const target = checker.unifier.resolve(checker.type(node.target, exempt));
    if (node.name === 'optMap' || node.name === 'optFlatMap')
        return overOptional(checker, node, target, exempt);
    const [first, second] = bound(checker, node, target);
    const inner = checker.with(node.bound.map((name, index) => [name, (index === 0 ? first : second) ?? DYN]));
    const [condition, transform] = node.args.length > 1 ? [node.args[0], node.args[1]] : [undefined, node.args[0]];
    if (condition)
        mustBe(inner, condition, BOOL, exempt);
    switch (node.name) {
        case 'all':
        case 'exists':
        case 'existsOne':
            mustBe(inner, transform, BOOL, exempt);
            return BOOL;
        case 'filter':
            mustBe(inner, transform, BOOL, exempt);
            return { name: 'list', of: [first] };
        case 'map':
        case 'transformList':
            return { name: 'list', of: [inner.type(transform, exempt)] };
        case 'transformMap':
            return { name: 'map', of: [first, inner.type(transform, exempt)] };
        case 'transformMapEntry':
            return entries(inner, transform, exempt);
        case 'sortBy':
            return checker.resolve(operatorTypes('sortBy'), [target, { name: 'list', of: [inner.type(transform, exempt)] }], node, 'sortBy');
    }
}
function bound(checker, node, range) {
    const both = node.bound.length === 2;
    if (range.name === 'list')
        return both ? [INT, range.of[0] ?? DYN] : [range.of[0] ?? DYN, DYN];
    if (range.name === 'map')
        return [range.of[0] ?? DYN, range.of[1] ?? DYN];
    if (range.name === 'dyn')
        return [DYN, DYN];
    if (isVariable(range)) {
        checker.unifier.fits([DYN], [range]);
        return [DYN, DYN];
    }
    const shown = (0,signature/* showType */.wb)(checker.unifier.resolve(range, true));
    throw new ast/* CompileError */.m(`expression of type '${shown}' cannot be range of a comprehension (must be list, map, or dynamic)`, node.target.start);
}
function mustBe(checker, node, wanted, exempt) {
    const type = checker.type(node, exempt);
    if (!checker.unifier.fits([type], [wanted]))
        throw new ast/* CompileError */.m(`expected type '${wanted.name}' but found '${(0,signature/* showType */.wb)(checker.unifier.resolve(type, true))}'`, node.start);
}
function entries(checker, node, exempt) {
    const type = checker.unifier.resolve(checker.type(node, exempt));
    if (type.name === 'map')
        return type;
    if (type.name === 'dyn')
        return { name: 'map', of: [DYN, DYN] };
    throw new ast/* CompileError */.m(`expected a map of new entries but found '${(0,signature/* showType */.wb)(type)}'`, node.start);
}
function overOptional(checker, node, target, exempt) {
    checker.resolve(operatorTypes('optMap'), [target], node, 'hasValue');
    const inner = checker.with([[node.bound[0] ?? '', target.of[0] ?? DYN]]);
    const result = inner.type(node.args[0], exempt);
    if (node.name === 'optMap')
        return { name: 'optional', of: [result] };
    const none = { name: 'optional', of: [checker.unifier.fresh()] };
    return checker.resolve(operatorTypes('?:'), [BOOL, result, none], node, '_?_:_');
}

// EXTERNAL MODULE: ./src/rules/cel/library.ts + 14 modules
var library = __webpack_require__(8436);
// EXTERNAL MODULE: ./src/rules/cel/library/patterns.ts + 2 modules
var patterns = __webpack_require__(4371);
// EXTERNAL MODULE: ./src/rules/cel/time.ts
var time = __webpack_require__(2307);
// EXTERNAL MODULE: ./src/rules/cel/values.ts
var values = __webpack_require__(8480);
;// CONCATENATED MODULE: ./src/rules/cel/literals.ts






/** Elements of one literal are of one type, as Kubernetes demands; dyn is a type of its own here. */
function sameElements(elements, unifier) {
    const [first] = elements.map(({ type }) => unifier.resolve(type, true));
    for (const { node, type } of elements) {
        const found = unifier.resolve(type, true);
        if (first && !sameType(first, found))
            throw new ast/* CompileError */.m(`expected type '${(0,signature/* showType */.wb)(first)}' but found '${(0,signature/* showType */.wb)(found)}'`, node.start);
    }
}
const READERS = {
    matches: patterns/* pattern */.T1,
    timestamp: time/* parseTimestamp */.EH,
    duration: time/* parseDuration */.E9,
};
/** What Kubernetes refuses in literals already when an expression is written: patterns, times, durations, formats. */
function checkLiteral(node, known) {
    const last = node.args.at(-1);
    const read = READERS[node.name];
    if (node.name === 'duration' && last?.kind === 'literal' && typeof last.value !== 'string')
        throw new ast/* CompileError */.m('invalid duration argument', last.start);
    if (node.name === 'timestamp' && last?.kind === 'literal' && typeof last.value === 'bigint')
        refusing(node.name, last, () => new time/* Timestamp */.Dc(last.value * 1000000000n));
    if (read && last?.kind === 'literal' && typeof last.value === 'string') {
        const text = last.value;
        refusing(node.name, last, () => read(text));
    }
    if (node.name === 'format')
        checkFormat(node, known);
}
function refusing(name, literal, read) {
    try {
        read();
    }
    catch (error) {
        if (!(error instanceof values/* CelError */.PW))
            throw error;
        throw new ast/* CompileError */.m(`invalid ${name} argument: ${error.message}`, literal.start);
    }
}
const VERBS = {
    s: ['list', 'map', 'int', 'uint', 'double', 'bool', 'string', 'timestamp', 'bytes', 'duration', 'type', 'null'],
    d: ['int', 'uint'],
    f: ['double', 'string'],
    e: ['double', 'string'],
    b: ['int', 'uint', 'bool'],
    o: ['int', 'uint'],
    x: ['int', 'uint', 'string', 'bytes'],
    X: ['int', 'uint', 'string', 'bytes'],
};
function checkFormat(node, known) {
    const [list] = node.args;
    if (node.target?.kind !== 'literal' || typeof node.target.value !== 'string' || list?.kind !== 'list')
        return;
    const clauses = node.target.value.match(/%(?:%|(?:\.\d+)?[a-zA-Z]?)/g)?.filter((clause) => clause !== '%%') ?? [];
    clauses.forEach((clause, index) => {
        const verb = clause.at(-1) ?? '';
        const allowed = VERBS[verb];
        if (!allowed)
            throw new ast/* CompileError */.m(`unrecognized formatting clause "${clause}"`, node.start);
        const item = list.items[index];
        if (!item)
            throw new ast/* CompileError */.m(`index ${index} out of range`, node.start);
        const type = known(item.value);
        if (type.name !== 'dyn' && !allowed.includes(type.name))
            throw new ast/* CompileError */.m(`%${verb} cannot format ${(0,signature/* showType */.wb)(type)}`, item.value.start);
    });
    if (list.items.length > clauses.length)
        throw new ast/* CompileError */.m(`too many arguments supplied to string.format (expected ${clauses.length}, got ${list.items.length})`, node.start);
}

// EXTERNAL MODULE: ./src/rules/cel/types.ts
var types = __webpack_require__(6841);
;// CONCATENATED MODULE: ./src/rules/cel/check.ts









/** The type of an expression whose variables may be anything. Throws a CompileError where Kubernetes refuses it. */
function check(node, variables) {
    const checker = new Checker(new Map([...variables].map((name) => [name, DYN])));
    const type = checker.type(node, false);
    checker.finish();
    return checker.unifier.resolve(type, true);
}
class Checker {
    unifier;
    #names;
    /** Checks that need the final types, which later parts of the expression still settle. */
    #later;
    #types;
    constructor(names, outer) {
        this.#names = names;
        this.unifier = outer?.unifier ?? new Unifier();
        this.#later = outer ? outer.#later : [];
        this.#types = outer ? outer.#types : new Map();
    }
    with(names) {
        return new Checker(new Map([...this.#names, ...names]), this);
    }
    finish() {
        for (const each of this.#later)
            each();
    }
    type(node, exempt) {
        const type = this.#typeOf(node, exempt);
        this.#types.set(node, type);
        return type;
    }
    /** The final type of a part that has been checked. */
    known(node) {
        return this.unifier.resolve(this.#types.get(node) ?? DYN, true);
    }
    #typeOf(node, exempt) {
        switch (node.kind) {
            case 'literal':
                return (0,signature/* typeOfLiteral */.ZV)(node.value);
            case 'name':
                return this.#name(node);
            case 'select':
                return this.#select(node, exempt);
            case 'has':
                this.#field(node.operand, node.start, exempt);
                return { name: 'bool', of: [] };
            case 'index':
                return this.#apply(node.optional ? '[?]' : '[]', [node.operand, node.index], node, exempt);
            case 'unary':
                return this.#apply(node.operator === '-' ? 'unary -' : node.operator, [node.operand], node, exempt);
            case 'binary':
            case 'either':
                return this.#apply(node.operator, [node.left, node.right], node, exempt);
            case 'conditional':
                return this.#apply('?:', [node.test, node.yes, node.no], node, exempt);
            case 'list':
            case 'map':
                return this.#aggregate(node, exempt);
            case 'macro':
                return checkComprehension(this, node, exempt);
            case 'call':
                return this.#call(node, exempt);
        }
    }
    #apply(operator, operands, node, exempt) {
        return this.resolve(operatorTypes(operator), operands.map((operand) => this.type(operand, exempt)), node, operator);
    }
    resolve(overloads, types, node, name) {
        let result;
        for (const overload of overloads) {
            const renamed = this.#instance(overload);
            if (!this.unifier.fits(types, renamed.parameters))
                continue;
            const type = this.unifier.resolve(renamed.result);
            if (result === undefined)
                result = type;
            else if (!sameType(result, type))
                result = DYN;
        }
        if (result)
            return result;
        const shown = types.map((type) => (0,signature/* showType */.wb)(this.unifier.resolve(type, true)));
        throw new ast/* CompileError */.m(`found no matching overload for '${name}' applied to '(${shown.join(', ')})'`, node.start);
    }
    #instance(overload) {
        const fresh = new Map();
        const rename = (type) => {
            if (type.name !== 'A' && type.name !== 'B')
                return type.of.length === 0 ? type : { name: type.name, of: type.of.map(rename) };
            const known = fresh.get(type.name) ?? this.unifier.fresh();
            fresh.set(type.name, known);
            return known;
        };
        return { ...overload, parameters: overload.parameters.map(rename), result: rename(overload.result) };
    }
    #name(node) {
        const type = this.#names.get(node.name);
        if (type)
            return type;
        const constant = (0,types/* typeConstant */.F)(node.name);
        if (constant)
            return { name: 'type', of: [constant.of] };
        const meant = (0,errors/* nearest */.pA)(node.name, this.#names.keys());
        throw new ast/* CompileError */.m(`undeclared reference to '${node.name}'${meant ? `; did you mean ${meant}?` : ''}`, node.start);
    }
    #select(node, exempt) {
        const { type, optional } = this.#field(node.operand, node.start, exempt);
        return optional || node.optional ? { name: 'optional', of: [type] } : type;
    }
    #field(operand, at, exempt) {
        const from = this.unifier.resolve(this.type(operand, exempt));
        const optional = from.name === 'optional';
        const holder = optional ? (from.of[0] ?? DYN) : from;
        if (holder.name === 'map')
            return { type: holder.of[1] ?? DYN, optional };
        if (isVariable(holder))
            this.unifier.fits([DYN], [holder]);
        else if (holder.name !== 'dyn')
            throw new ast/* CompileError */.m(`type '${(0,signature/* showType */.wb)(this.unifier.resolve(holder, true))}' does not support field selection`, at);
        return { type: DYN, optional };
    }
    #aggregate(node, exempt) {
        const keys = node.kind === 'map' ? node.entries.map(({ key }) => ({ node: key, type: this.type(key, exempt) })) : [];
        const values = (node.kind === 'map' ? node.entries : node.items).map(({ value, optional }) => ({
            node: value,
            type: optional ? this.#unwrapped(value, exempt) : this.type(value, exempt),
        }));
        if (!exempt)
            this.#later.push(() => sameElements(keys, this.unifier), () => sameElements(values, this.unifier));
        const joined = [...(node.kind === 'map' ? [this.#join(keys)] : []), this.#join(values)];
        return { name: node.kind, of: joined };
    }
    #unwrapped(node, exempt) {
        const type = this.unifier.resolve(this.type(node, exempt));
        if (type.name === 'optional')
            return type.of[0] ?? DYN;
        if (type.name === 'dyn')
            return DYN;
        throw new ast/* CompileError */.m(`expected type 'optional_type' but found '${(0,signature/* showType */.wb)(this.unifier.resolve(type, true))}'`, node.start);
    }
    #join(elements) {
        let joined;
        for (const { type } of elements) {
            if (joined === undefined)
                joined = type;
            else
                joined = this.unifier.fits([joined], [type]) ? this.unifier.mostGeneral(joined, type) : DYN;
        }
        return joined ?? this.unifier.fresh();
    }
    #call(node, exempt) {
        const operands = node.target ? [node.target, ...node.args] : node.args;
        if (!(0,library/* isFunction */.T)(node.name))
            throw new ast/* CompileError */.m(`undeclared reference to '${node.name}'`, node.start);
        const free = exempt || node.name === 'format';
        const types = operands.map((operand) => this.type(operand, free));
        const overloads = (0,library/* candidates */.X)(node.name, node.target !== undefined, operands.length).map((overload) => overload.signature);
        const result = this.resolve(overloads, types, node, node.name);
        this.#later.push(() => checkLiteral(node, (part) => this.known(part)));
        return result;
    }
}

// EXTERNAL MODULE: ./src/rules/cel/names.ts
var cel_names = __webpack_require__(6360);
// EXTERNAL MODULE: ./src/rules/cel/parser.ts + 3 modules
var parser = __webpack_require__(4537);
;// CONCATENATED MODULE: ./src/rules/variables.ts
const RESOURCE = ['object', 'namespaceObject', 'related'];
const POD = [...RESOURCE, 'pod', 'podMetadata'];
const STAGE = ['dockerfile', 'stage'];
const INSTRUCTION = [...STAGE, 'instruction', 'secrets'];
const VARIABLES = {
    repository: ['repository'],
    namespace: ['namespace', 'related'],
    component: ['component'],
    resource: [...RESOURCE, 'api', 'schemaErrors', 'secrets'],
    pod: POD,
    container: [...POD, 'container', 'containerType', 'image', 'effective', 'secrets'],
    volume: [...POD, 'volume'],
    dockerfile: ['dockerfile'],
    'build-stage': STAGE,
    instruction: INSTRUCTION,
    command: [...INSTRUCTION, 'command'],
    'compose-service': ['service', 'image', 'secrets', 'compose'],
};
/** An image stands in what holds it. */
const AROUND_IMAGE = {
    pod: POD,
    kustomization: [],
    'build-stage': STAGE,
    'compose-service': ['service', 'secrets', 'compose'],
};
/** What an expression may name; `params` and, with `each` or `evidence`, `item` come on top. Of images what all variants have. */
function variablesOf(scope, variants) {
    if (scope !== 'image')
        return VARIABLES[scope];
    const [first = [], ...others] = variants.map((variant) => AROUND_IMAGE[variant] ?? []);
    return ['image', ...first.filter((name) => others.every((names) => names.includes(name)))];
}
/** What a ValidatingAdmissionPolicy can bind: a rule that names nothing else can be exported to a cluster. */
const variables_EXPORTABLE = new Set([
    'object',
    'namespaceObject',
    'params',
    'pod',
    'podMetadata',
    'container',
    'containerType',
    'volume',
]);

;// CONCATENATED MODULE: ./src/rules/expressions.ts







const RESULT = {
    when: 'bool',
    each: 'list',
    require: 'bool',
    evidence: 'list',
    what: 'string',
    messageExpression: 'string',
};
const KEYS = Object.keys(RESULT);
/** The images that a rule means which does not say. */
const DEFAULT_VARIANTS = ['pod', 'kustomization'];
const SEES_ITEM = new Set(['require', 'what', 'messageExpression']);
/** `each` may be a path below the subject instead of an expression. */
function eachPath(rule) {
    const { each } = rule;
    if (each === undefined || !(0,path/* parsePath */.R)(each))
        return undefined;
    const first = String((0,path/* parsePath */.R)(each)?.[0]);
    return variablesOf(rule.scope, rule.in).includes(first) || first === 'params' ? undefined : each;
}
/** What a rule file holds of expressions, also where other parts of it are wrong; nothing where the scope is. */
function expressionsOf(value) {
    const file = (typeof value === 'object' && value !== null ? value : {});
    const scope = SCOPES.find((one) => one === file.scope);
    const texts = KEYS.flatMap((key) => (typeof file[key] === 'string' ? [[key, file[key]]] : []));
    const variants = Array.isArray(file.in) ? file.in.map(String) : DEFAULT_VARIANTS;
    return scope && { scope, in: variants, ...Object.fromEntries(texts) };
}
/** Expressions that are not CEL, name what there is not, or do not come to what their key needs; each at its character. */
function expressionMistakes(rule, yaml) {
    return KEYS.flatMap((key) => {
        const text = rule?.[key];
        if (rule === undefined || text === undefined || (key === 'each' && eachPath(rule) !== undefined))
            return [];
        const mistake = expressionMistake(rule, key, text);
        return mistake ? [{ ...yaml.within([key], mistake.at), message: `${key}: ${mistake.message}` }] : [];
    });
}
function expressionMistake(rule, key, text) {
    try {
        const type = check((0,parser/* parseExpression */.Y)(text), new Set(available(rule, key)));
        const wanted = RESULT[key];
        return type.name === wanted || type.name === 'dyn' ? undefined : new ast/* CompileError */.m(`must be a ${wanted}, is a ${type.name}`, 0);
    }
    catch (error) {
        if (error instanceof ast/* CompileError */.m)
            return error;
        throw error;
    }
}
function available(rule, key) {
    const item = (rule.each !== undefined || rule.evidence !== undefined) && SEES_ITEM.has(key);
    return [...variablesOf(rule.scope, rule.in), 'params', ...(item ? ['item'] : [])];
}
/** Whether a cluster's admission policy can hold the rule: it names nothing that only we know. */
function exportable(rule) {
    const expressions = [rule.when, rule.each, rule.require, rule.messageExpression].flatMap((text) => (text === undefined ? [] : [text]));
    if (rule.kind !== 'static' || rule.require === undefined || !['resource', 'pod', 'container', 'volume'].includes(rule.scope))
        return false;
    if (eachPath(rule) !== undefined)
        return expressions.filter((text) => text !== rule.each).every((text) => bindable(parseExpression(text)));
    return expressions.every((text) => bindable(parseExpression(text)));
}
function bindable(node) {
    return [...names(node)].every((name) => EXPORTABLE.has(name) || name === 'item');
}

// EXTERNAL MODULE: ./src/rules/meaning.ts + 1 modules
var meaning = __webpack_require__(7640);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./src/model/rule.ts
var rule = __webpack_require__(1799);
;// CONCATENATED MODULE: ./src/rules/schema.ts




// Nothing is trimmed: places in expressions and lines of examples count from their first character.
const schema_text = schemas/* string */.YjP().regex(/\S/, 'must not be empty');
const list = schemas/* array */.YOg(schema_text);
const expression = schema_text.describe('A CEL expression, as in a ValidatingAdmissionPolicy.');
const schema_path = schema_text.refine((value) => (0,path/* parsePath */.R)(value) !== undefined, {
    error: 'not a path such as securityContext.privileged, args[0] or annotations["a/b"]',
});
const example = schemas/* union */.KCZ([
    schema_text,
    schemas/* strictObject */.rej({
        files: schemas/* record */.g1P(schema_text, schemas/* string */.YjP()).describe('The files of a root, by path.'),
        config: schema_text.optional().describe('A configuration file for it.'),
        findings: schemas/* array */.YOg(schemas/* strictObject */.rej({ file: schema_text, line: schemas/* int */.Whr().min(1) })).optional(),
    }),
]);
const parameter = schemas/* strictObject */.rej({
    type: schemas/* enum */.k5n(['string', 'integer', 'boolean', 'list', 'map']),
    items: schemas/* enum */.k5n(['string', 'integer']).optional(),
    enum: list.min(1).optional(),
    default: schemas/* json */.Pq9(),
    description: schema_text,
});
const edit = schemas/* record */.g1P(schema_text, schemas/* json */.Pq9());
/** A rule file. What its keys mean together is checked afterwards. */
const ruleSchema = schemas/* strictObject */.rej({
    title: schema_text.describe('What holds when the rule passes, in one line.'),
    stage: schemas/* int */.Whr().min(1).max(5).describe('The stage of its practice.'),
    practice: schema_text.describe('A practice of the model.'),
    severity: schemas/* enum */.k5n(rule/* SEVERITIES */.o),
    kind: schemas/* enum */.k5n(['static', 'evidence', 'attested']).default('static'),
    why: schema_text.describe('What an attacker gains, and why at this stage.'),
    scope: schemas/* enum */.k5n(SCOPES).describe('What one subject is.'),
    kinds: list.optional().describe('Kind, Kind.group, *.group or *: which objects, or pods of which objects.'),
    in: schemas/* array */.YOg(schemas/* enum */.k5n(['pod', 'kustomization', 'build-stage', 'compose-service'])).optional(),
    default: schemas/* boolean */.zMY().default(true).describe('false: off unless the configuration enables it.'),
    when: expression.optional().describe('Whether the rule applies to a subject at all.'),
    each: expression.optional().describe('A path below the subject, or a CEL list: `require`, `at` and the message see `item`.'),
    require: expression.optional().describe('True when the subject, or the item, passes.'),
    evidence: expression.optional().describe('A CEL list of what satisfies the rule.'),
    what: expression.optional().describe('CEL text over `item`: what one piece of evidence is.'),
    at: schemas/* union */.KCZ([schema_path, schemas/* array */.YOg(schema_path).min(1)])
        .optional()
        .describe('Where to point: the first of these paths that exists.'),
    message: schema_text.optional(),
    messageExpression: expression.optional(),
    remedy: schema_text.describe('What to write, in one sentence.'),
    fix: schemas/* strictObject */.rej({ safety: schemas/* enum */.k5n(['safe', 'risky']), edits: schemas/* array */.YOg(edit).min(1) }).optional(),
    covers: list.default([]).describe('Other ids of the catalogue that this rule decides as well.'),
    aliases: schemas/* record */.g1P(schema_text, list).default({}).describe('What other linters call it.'),
    frameworks: schemas/* record */.g1P(schema_text, schemas/* union */.KCZ([schema_text, list]))
        .default({})
        .describe('What benchmarks and guides call it.'),
    params: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[a-z][A-Za-z0-9]*$/, 'a parameter is named like thisOne'), parameter).default({}),
    waivedFor: schemas/* array */.YOg(schemas/* enum */.k5n(['node-agent'])).default([]),
    examples: schemas/* strictObject */.rej({
        fail: schemas/* array */.YOg(example).min(1, 'at least one failing example'),
        pass: schemas/* array */.YOg(example).min(1, 'at least one passing example'),
        unknown: schemas/* array */.YOg(example).default([]),
    }),
});

;// CONCATENATED MODULE: ./src/rules/load.ts






/** Reads rule files, the project's own or a user's. Throws one UserError with every mistake of all of them. */
function loadRules(files, model = embedded/* model */.ge) {
    const mistakes = [];
    const loaded = [];
    const seen = new Map();
    for (const { path, text } of files) {
        const found = [];
        const rule = read((0,placed.parsePlaced)(text, path), model, found);
        const other = seen.get(idOf(path));
        if (other)
            found.push({ message: `there is a rule ${idOf(path)} already, in ${other}`, file: path, line: 1, column: 1 });
        seen.set(idOf(path), path);
        mistakes.push(...found.sort(byPlace));
        if (rule)
            loaded.push(rule);
    }
    if (mistakes.length > 0)
        throw new errors/* UserError */.yo(mistakes);
    return loaded;
}
function read(yaml, model, mistakes) {
    const before = mistakes.length;
    mistakes.push(...yaml.mistakes);
    if (yaml.mistakes.length > 0)
        return undefined;
    const id = idOf(yaml.file);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
        mistakes.push({ ...yaml.place([]), message: `a rule's file is named like-this.yaml, not ${id}` });
    const parsed = ruleSchema.safeParse(yaml.value, { reportInput: true });
    if (parsed.success)
        mistakes.push(...(0,meaning/* meaningMistakes */.Z)(parsed.data, yaml, model));
    else
        mistakes.push(...(0,placed/* placedMistakes */.N)(parsed.error.issues, yaml, ruleSchema));
    mistakes.push(...expressionMistakes(expressionsOf(yaml.value), yaml));
    return parsed.success && mistakes.length === before ? split(id, parsed.data) : undefined;
}
/** A rule's id is the name of its file. */
function idOf(path) {
    return path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
}
function split(id, file) {
    const { why, examples, at, kinds, in: variants, ...rest } = file;
    return {
        rule: {
            id,
            ...rest,
            stage: file.stage,
            kinds: kinds ?? [],
            in: variants ?? (file.scope === 'image' ? DEFAULT_VARIANTS : []),
            at: at === undefined ? [] : [at].flat(),
        },
        text: { why, examples },
    };
}
function byPlace(a, b) {
    return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
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
