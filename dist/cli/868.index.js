export const id = 868;
export const ids = [868];
export const modules = {

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
