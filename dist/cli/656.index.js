export const id = 656;
export const ids = [656];
export const modules = {

/***/ 7953:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ byRuleAndFile),
/* harmony export */   Sw: () => (/* binding */ choose),
/* harmony export */   _o: () => (/* binding */ secretLines)
/* harmony export */ });
/** What a report is about first, and what it only counts. */
function choose(report, context) {
    const limits = new Map(report.targets.map((target) => [target.name, target.reachedStage + 1]));
    const limitOf = (finding) => (context.only ? 5 : (limits.get(finding.target) ?? report.verdict.nextStage ?? 5));
    const open = report.findings.filter((finding) => !finding.waived);
    return {
        gaps: open.filter((finding) => finding.stage <= limitOf(finding)),
        above: countAbove(open.filter((finding) => finding.stage > limitOf(finding))),
        waived: report.findings.filter((finding) => finding.waived),
    };
}
function countAbove(findings) {
    const stages = [...new Set(findings.map((finding) => finding.stage))].sort();
    return stages.map((stage) => {
        const those = findings.filter((finding) => finding.stage === stage);
        return { stage, findings: those.length, rules: new Set(those.map((finding) => finding.rule)).size };
    });
}
/** In the report's order, with what concerns the repository as a whole last. */
function byRuleAndFile(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const key = `${finding.rule}\n${finding.file}`;
        const group = groups.get(key);
        if (group)
            group.push(finding);
        else
            groups.set(key, [finding]);
    }
    const all = [...groups.values()].flatMap((group) => {
        const first = group[0];
        return first ? [{ rule: first.rule, file: first.file, first, findings: group }] : [];
    });
    return [...all.filter(({ file }) => file !== '.'), ...all.filter(({ file }) => file === '.')];
}
const SECRETS = new Set(['no-secrets-in-source', 'secrets-handling']);
/** Whether a line may hold a secret that a rule found: such a line is never printed. */
function secretLines(report) {
    const practices = new Map(report.controls.map((control) => [control.id, control.practice]));
    const spans = new Map();
    for (const finding of report.findings) {
        if (!SECRETS.has(practices.get(finding.rule) ?? ''))
            continue;
        const inFile = spans.get(finding.file);
        if (inFile)
            inFile.push(finding);
        else
            spans.set(finding.file, [finding]);
    }
    return (file, line) => (spans.get(file) ?? []).some((finding) => finding.line <= line && line <= finding.endLine);
}


/***/ }),

/***/ 7923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ climbs),
/* harmony export */   X: () => (/* binding */ extent)
/* harmony export */ });
/** In the order of the way up, where each is met first. */
function climbs(steps) {
    const byEdit = new Map();
    for (const step of steps) {
        const same = byEdit.get(step.edit);
        if (same)
            same.push(step);
        else
            byEdit.set(step.edit, [step]);
    }
    return [...byEdit].map(([edit, same]) => ({
        edit,
        edits: same.length,
        gain: same.reduce((sum, { scoreGain }) => sum + scoreGain, 0),
        findings: same.reduce((sum, { closes }) => sum + closes.length, 0),
        places: same.flatMap(({ file, line }) => (file === null || file === '.' ? [] : [{ file, line }])),
    }));
}
/** `(12 edits, closing 30 findings)`, or nothing where that goes without saying. */
function extent({ edits, findings }) {
    const parts = [edits > 1 ? `${edits} edits` : '', findings > edits ? `closing ${findings} findings` : ''].filter(Boolean);
    return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
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

/***/ 4656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  text: () => (/* binding */ text_text)
});

// EXTERNAL MODULE: ./src/report/choose.ts
var choose = __webpack_require__(7953);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
// EXTERNAL MODULE: ./src/report/layout.ts
var layout = __webpack_require__(1894);
// EXTERNAL MODULE: ./src/report/paint.ts
var report_paint = __webpack_require__(9066);
;// CONCATENATED MODULE: ./src/report/excerpt.ts


const CONTEXT = 24;
/** The line of a finding, cut to `width` columns around its span. */
function excerpt(finding, line, width) {
    if (line === undefined || line.trim() === '')
        return undefined;
    const blank = line.length - line.trimStart().length;
    const start = Math.max(finding.column - 1, blank);
    const end = finding.endLine === finding.line ? Math.max(finding.endColumn - 1, start + 1) : line.trimEnd().length;
    let before = (0,report_escape/* printable */.g$)(line.slice(blank, start));
    const meant = (0,report_escape/* printable */.g$)(line.slice(start, end));
    const after = (0,report_escape/* printable */.g$)(line.slice(end).trimEnd());
    if ((0,layout/* columns */.YB)(before) + (0,layout/* columns */.YB)(meant) > width)
        before = (0,layout/* cropStart */.vJ)(before, CONTEXT);
    const text = (0,layout/* crop */.B$)(before + meant + after, width);
    const indent = (0,layout/* columns */.YB)(before);
    return { text, indent, carets: Math.max(1, Math.min((0,layout/* columns */.YB)(meant), (0,layout/* columns */.YB)(text) - indent)) };
}

// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/report/text-findings.ts






/** Of one rule, so many files are shown; the others are named together. */
const SHOWN = 3;
const NAMED = 4;
/** Of one rule in one file, so many further places are named. */
const PLACES = 6;
/** Room for `line:column` before the text. */
const GUTTER = 10;
/** Gaps by file; what a rule says a fourth time is only named; what lies above is counted. */
function findingLines(report, context) {
    const { gaps, above } = (0,choose/* choose */.Sw)(report, context);
    const tools = { context, secret: (0,choose/* secretLines */._o)(report) };
    const { shown, further } = parted((0,choose/* byRuleAndFile */.$h)(gaps));
    const lines = [];
    let file;
    for (const group of shown) {
        if (group.file !== file)
            lines.push(...header(group.file, context));
        file = group.file;
        lines.push(...block(group, tools), '');
    }
    lines.push(...furtherLines(further, context));
    if (above.length > 0)
        lines.push(...aboveLines(above, context), '');
    return lines;
}
function parted(groups) {
    const byRule = new Map();
    const shown = [];
    for (const group of groups) {
        const same = byRule.get(group.rule) ?? [];
        byRule.set(group.rule, [...same, group]);
        if (same.length < SHOWN)
            shown.push(group);
    }
    const further = [...byRule].map(([rule, all]) => [rule, all.slice(SHOWN)]);
    return { shown, further: new Map(further.filter(([, rest]) => rest.length > 0)) };
}
function header(file, context) {
    const name = file === '.' ? 'The repository as a whole' : (0,layout/* cropPath */.YT)((0,report_escape/* printable */.g$)(file), context.width);
    return [(0,report_paint/* painter */.C)(context.color).strong(name), ''];
}
function block(group, { context, secret }) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const { first } = group;
    const margin = ' '.repeat(GUTTER);
    const room = context.width - GUTTER;
    const lines = headline(group, context);
    lines.push(`${margin}${paint.severity(first.severity, first.severity)}${paint.faint(` · stage ${first.stage} · ${group.rule}`)}`);
    const hidden = group.file === '.' || secret(first.file, first.line);
    const quoted = hidden ? undefined : excerpt(first, context.line(first.file, first.line), room - 2);
    const bar = paint.faint('│');
    if (quoted) {
        lines.push(`${margin}${bar} ${quoted.text}`);
        lines.push(`${margin}${bar} ${' '.repeat(quoted.indent)}${paint.severity(first.severity, '^'.repeat(quoted.carets))}`);
    }
    (0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(first.fix ?? ''), room - 2).forEach((part, index) => {
        lines.push(`${margin}${index === 0 ? paint.good('→') : ' '} ${part}`);
    });
    return [...lines, ...placeLines(group, context)];
}
function headline(group, context) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const { first } = group;
    const place = group.file === '.' ? '' : `${first.line}:${first.column}`;
    const margin = ' '.repeat(GUTTER);
    return (0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(first.message), context.width - GUTTER).map((part, index) => (index === 0 ? `  ${paint.place((0,layout/* pad */.eV)(place, GUTTER - 2))}` : margin) + part);
}
/** `also 40:9 container db, 58:9 container proxy and 3 more`. */
function placeLines(group, context) {
    if (group.findings.length === 1)
        return [];
    const rest = group.findings.slice(1);
    const places = rest
        .slice(0, PLACES)
        .map((finding) => [`${finding.line}:${finding.column}`, thing(finding, group.first)].filter(Boolean).join(' '));
    if (rest.length > PLACES)
        places.push(`${rest.length - PLACES} more`);
    const paint = (0,report_paint/* painter */.C)(context.color);
    return (0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(`also ${(0,words/* list */.p_)(places)}`), context.width - GUTTER).map((part) => ' '.repeat(GUTTER) + paint.faint(part));
}
function thing(finding, first) {
    if (finding.container !== undefined && finding.container !== first.container)
        return `container ${finding.container}`;
    if (finding.resource && finding.resource.name !== first.resource?.name)
        return `${finding.resource.kind} ${finding.resource.name}`;
    return '';
}
function furtherLines(further, context) {
    if (further.size === 0)
        return [];
    const paint = (0,report_paint/* painter */.C)(context.color);
    const lines = [paint.strong('The same in other files'), ''];
    for (const [rule, groups] of further) {
        const findings = groups.reduce((sum, group) => sum + group.findings.length, 0);
        const places = groups.slice(0, NAMED).map(({ file, first }) => `${file}:${first.line}`);
        if (groups.length > NAMED)
            places.push(`${groups.length - NAMED} more`);
        lines.push(`  ${rule} ${paint.faint(`· ${(0,words/* count */.U9)(findings, 'finding')} in ${(0,words/* count */.U9)(groups.length, 'file')}`)}`);
        lines.push(...(0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)((0,words/* list */.p_)(places)), context.width - GUTTER).map((part) => ' '.repeat(GUTTER) + paint.faint(part)));
    }
    return [...lines, ''];
}
function aboveLines(above, context) {
    const parts = above.map(({ stage, findings }, index) => `${index === 0 ? (0,words/* count */.U9)(findings, 'finding') : findings} for stage ${stage}`);
    const sentence = `Not listed, since they lie above the next stage: ${(0,words/* list */.p_)(parts)}. --format json has them all.`;
    return (0,layout/* wrap */.LV)(sentence, context.width).map((0,report_paint/* painter */.C)(context.color).faint);
}

;// CONCATENATED MODULE: ./src/report/text-ladder.ts




/** Columns of the bar, on a wide and on a narrow terminal. */
const BAR = 20;
const SHORT_BAR = 10;
/** The five stages with their scores, and for the next one each floor that was missed. */
function ladderLines(report, context) {
    const [target] = report.targets;
    if (report.verdict.outcome === 'nothing-scanned' || !target)
        return [];
    return [...(report.targets.length > 1 ? matrix(report, context) : ladder(target, context)), ''];
}
function ladder(target, context) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const required = target.requiredStage === null ? '' : `, stage ${target.requiredStage} required`;
    const reached = target.reachedStage === 0 ? 'No stage reached yet' : `Stage ${target.reachedStage} of 5 reached`;
    const bar = barWidth(context);
    const widest = Math.max(...target.stages.map((stage) => (0,layout/* columns */.YB)(stage.title)));
    const name = Math.min(widest, Math.max(8, context.width - bar - 26));
    return [
        paint.strong(reached + required),
        '',
        ...target.stages.flatMap((stage) => [rung(stage, target, name, context), ...missedLines(stage, target, context)]),
    ];
}
function rung(stage, target, name, context) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const reached = stage.stage <= target.reachedStage;
    const next = stage.stage === target.reachedStage + 1;
    const look = reached ? paint.good : next ? paint.bad : paint.faint;
    const mark = stage.met ? '✓' : '✗';
    const width = barWidth(context);
    const filled = Math.floor(((stage.score ?? 0) / 100) * width);
    const bar = look('━'.repeat(filled)) + paint.faint('╌'.repeat(width - filled));
    const title = (0,layout/* pad */.eV)((0,layout/* crop */.B$)((0,report_escape/* printable */.g$)(stage.title), name), name);
    const required = stage.stage === target.requiredStage ? paint.faint('  required') : '';
    return `  ${look(mark)} ${stage.stage}  ${reached || next ? title : paint.faint(title)}  ${(0,layout/* padStart */.CF)((0,words/* points */.WR)(stage.score), 5)}  ${bar}${required}`;
}
/** Several targets: one line each, and what the next stage of those that fail misses. */
function matrix(report, context) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const name = Math.min(Math.max(6, ...report.targets.map((target) => (0,layout/* columns */.YB)((0,report_escape/* printable */.g$)(target.name)))), context.width - 64);
    const head = report.stages.map(({ stage }) => (0,layout/* padStart */.CF)(`stage ${stage}`, 8)).join('');
    const rows = report.targets.flatMap((target) => {
        const look = target.passed ? paint.good : paint.bad;
        const title = `${look(target.passed ? '✓' : '✗')} ${(0,layout/* pad */.eV)((0,layout/* crop */.B$)((0,report_escape/* printable */.g$)(target.name), name), name)}`;
        const scores = target.stages.map((stage) => (stage.met ? paint.good : paint.faint)((0,layout/* padStart */.CF)((0,words/* points */.WR)(stage.score), 8)));
        const missed = target.passed ? [] : target.stages.flatMap((stage) => missedLines(stage, target, context));
        return [
            `  ${title}${scores.join('')}${(0,layout/* padStart */.CF)(String(target.reachedStage), 9)}${(0,layout/* padStart */.CF)(String(target.requiredStage ?? '–'), 10)}`,
            ...missed,
        ];
    });
    return [paint.strong('Targets'), '', paint.faint(`    ${' '.repeat(name)}${head}  reached  required`), ...rows];
}
function barWidth(context) {
    return context.width < 80 ? SHORT_BAR : BAR;
}
function missedLines(stage, target, context) {
    const next = target.reachedStage + 1;
    if (stage.stage !== next)
        return [];
    return stage.missed.flatMap((reason) => (0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(reason), context.width - 9).map((part, index) => `       ${index === 0 ? '·' : ' '} ${part}`));
}

// EXTERNAL MODULE: ./src/report/climb.ts
var report_climb = __webpack_require__(7923);
;// CONCATENATED MODULE: ./src/report/text-way-up.ts





const TARGETS = 5;
const CLIMBS = 8;
const text_way_up_PLACES = 3;
/** Room for the gain before the text. */
const text_way_up_GUTTER = 10;
/** The smallest set of edits that meets the next stage, what gains most first; the same edit in several places is said once. */
function wayUpLines(report, context) {
    const climbing = report.targets.filter((target) => target.wayUp.length > 0).slice(0, TARGETS);
    return climbing.flatMap((target) => [...wayUp(target, report, context), '']);
}
function wayUp(target, report, context) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const whose = report.targets.length > 1 ? ` for ${target.name}` : '';
    const title = `Shortest way to stage ${target.reachedStage + 1}${whose}: ${(0,words/* count */.U9)(target.wayUp.length, 'edit')}`;
    const all = (0,report_climb/* climbs */.B)(target.wayUp);
    const lines = [...(0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(title), context.width).map(paint.strong), ''];
    for (const climb of all.slice(0, CLIMBS))
        lines.push(...climbLines(climb, context));
    const left = all.slice(CLIMBS).reduce((sum, { edits }) => sum + edits, 0);
    return left === 0 ? lines : [...lines, `  ${paint.faint(`and ${(0,words/* count */.U9)(left, 'more edit')}`)}`];
}
function climbLines(climb, context) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const named = climb.places.slice(0, text_way_up_PLACES).map(({ file, line }) => (line === null ? file : `${file}:${line}`));
    if (climb.places.length > text_way_up_PLACES)
        named.push(`${climb.places.length - text_way_up_PLACES} more`);
    const room = context.width - text_way_up_GUTTER;
    const places = (0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)((0,words/* list */.p_)(named)), room).map(paint.place);
    const lines = [...(0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(climb.edit) + (0,report_climb/* extent */.X)(climb), room), ...places];
    const gain = paint.good((0,layout/* padStart */.CF)(`+${climb.gain.toFixed(1)}`, text_way_up_GUTTER - 2));
    return lines.map((line, index) => (index === 0 ? `${gain}  ${line}` : `${' '.repeat(text_way_up_GUTTER)}${line}`));
}

;// CONCATENATED MODULE: ./src/report/text.ts








/** For people at a terminal: where, what to write, then the ladder, the way up and, last, the verdict. */
const text_text = (report, context) => {
    const blocks = [...findingLines(report, context), ...unsettledLines(report, context), ...problemLines(report, context)];
    if (!context.only)
        blocks.push(...ladderLines(report, context), ...wayUpLines(report, context));
    blocks.push(...verdictLines(report, context));
    return (0,report_escape/* inLog */.cp)(`${blocks.join('\n')}\n`);
};
/** So many reasons or problems are named, and so many places of each. */
const LISTED = 4;
const text_PLACES = 2;
function unsettledLines(report, context) {
    const byReason = new Map();
    for (const unknown of report.unknown)
        byReason.set(unknown.reason, [...(byReason.get(unknown.reason) ?? []), unknown]);
    const byFrequency = [...byReason].sort(([, a], [, b]) => b.length - a.length);
    const items = byFrequency.map(([reason, group]) => {
        const rules = new Set(group.map(({ rule }) => rule));
        return { message: `${reason} (${rules.size === 1 ? [...rules].join('') : (0,words/* count */.U9)(rules.size, 'rule')})`, places: placesOf(group) };
    });
    const title = `${(0,words/* count */.U9)(report.unknown.length, 'answer')} unknown: the files do not settle what decides`;
    return listed(items, (0,report_paint/* painter */.C)(context.color).strong(title), context);
}
function problemLines(report, context) {
    const items = report.problems.map((problem) => ({ message: problem.message, places: placesOf([problem]) }));
    const title = `${(0,words/* count */.U9)(report.problems.length, 'problem')}: could not be judged, and counted as failing`;
    return listed(items, (0,report_paint/* painter */.C)(context.color).bad(title), context);
}
function placesOf(group) {
    const places = group.flatMap(({ file, line }) => (file === '.' ? [] : [line > 1 ? `${file}:${line}` : file]));
    return [...new Set(places)];
}
function listed(items, title, context) {
    if (items.length === 0)
        return [];
    const paint = (0,report_paint/* painter */.C)(context.color);
    const lines = [title, ''];
    for (const { message, places } of items.slice(0, LISTED)) {
        lines.push(...indented(message, 2, context));
        const named = places.length > text_PLACES ? [...places.slice(0, text_PLACES), `${places.length - text_PLACES} more`] : places;
        lines.push(...indented((0,words/* list */.p_)(named), 6, context).map(paint.place));
    }
    if (items.length > LISTED)
        lines.push(`  ${paint.faint(`and ${items.length - LISTED} more of other kinds`)}`);
    return [...lines, ''];
}
function indented(text, indent, context) {
    return (0,layout/* wrap */.LV)((0,report_escape/* printable */.g$)(text), context.width - indent).map((part) => ' '.repeat(indent) + part);
}
function verdictLines(report, context) {
    const paint = (0,report_paint/* painter */.C)(context.color);
    const { gaps, waived } = (0,choose/* choose */.Sw)(report, context);
    const sentence = context.only ? (gaps.length === 0 ? 'no finding' : (0,words/* count */.U9)(gaps.length, 'finding')) : (0,words/* verdictSentence */.BT)(report);
    const good = report.verdict.passed;
    const facts = [(0,words/* scannedSentence */._h)(report.scanned)];
    if (!context.only && gaps.length > 0)
        facts.unshift((0,words/* count */.U9)(gaps.length, 'finding'));
    if (waived.length > 0)
        facts.push(`${waived.length} waived`);
    if (!good && !context.enforce)
        facts.unshift('report mode: the exit code is 0');
    return [
        ...(0,layout/* wrap */.LV)(`${good ? '✓' : '✗'} ${(0,report_escape/* printable */.g$)(sentence)}`, context.width).map(good ? paint.good : paint.bad),
        ...(0,layout/* wrap */.LV)(facts.join(' · '), context.width - 2).map((line) => `  ${paint.faint(line)}`),
    ];
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


/***/ })

};
