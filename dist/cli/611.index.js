export const id = 611;
export const ids = [611];
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

/***/ 7611:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   annotations: () => (/* binding */ annotations),
/* harmony export */   github: () => (/* binding */ github)
/* harmony export */ });
/* harmony import */ var _model_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1799);
/* harmony import */ var _choose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7953);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4031);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2691);




// A step keeps ten of each level. One error is left for the verdict itself, one notice for the count of what is not shown.
const BUDGET = { error: 9, warning: 10, notice: 9 };
// The runner cuts a message here.
const MESSAGE = 4096;
const TITLE = 255;
const LINES = 10;
/** What to annotate, most important first, within what the runner keeps of a step. */
function annotations(report, context, options) {
    const isChanged = options.isChanged;
    const blocks = blocking(report, context);
    const gaps = new Set((0,_choose_js__WEBPACK_IMPORTED_MODULE_1__/* .choose */ .Sw)(report, context).gaps);
    const levelOf = (group) => {
        if (group.findings.some(blocks))
            return context.enforce ? 'error' : 'warning';
        return group.first.severity === 'low' || !gaps.has(group.first) ? 'notice' : 'warning';
    };
    const important = (group) => [
        group.findings.some(blocks) ? 0 : 1,
        isChanged && group.findings.some((finding) => isChanged(finding.file, finding.line)) ? 0 : 1,
        -_model_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .o.indexOf(group.first.severity),
    ];
    const groups = (0,_choose_js__WEBPACK_IMPORTED_MODULE_1__/* .byRuleAndFile */ .$h)(chosen(report, context, options))
        .map((group) => ({ group, order: important(group) }))
        .sort((a, b) => compare(a.order, b.order))
        .map(({ group }) => ({ annotation: annotation(group, levelOf(group), report, context), findings: group.findings.length }));
    const kept = ['error', 'warning', 'notice'].flatMap((level) => groups.filter((one) => one.annotation.level === level).slice(0, BUDGET[level]));
    const left = groups.reduce((sum, one) => sum + one.findings, 0) - kept.reduce((sum, one) => sum + one.findings, 0);
    const shown = kept.map((one) => one.annotation);
    return left === 0 ? shown : [...shown, rest(left, options)];
}
/** The same as workflow commands, for a step that runs the command line. */
const github = (report, context) => {
    const all = annotations(report, context, { select: 'gaps', rest: 'in the report (--format text or json)' });
    const title = `${context.name}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictSentence */ .BT)(report)}`;
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inLog */ .cp)((0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inAnnotation */ .hb)(title))}\n${all.map((one) => `${command(one)}\n`).join('')}`;
};
function chosen(report, context, options) {
    const gaps = new Set((0,_choose_js__WEBPACK_IMPORTED_MODULE_1__/* .choose */ .Sw)(report, context).gaps);
    const required = new Map(report.targets.map((target) => [target.name, target.requiredStage ?? 0]));
    const wanted = report.findings.filter((finding) => {
        if (finding.waived)
            return false;
        return options.select === 'all' || gaps.has(finding) || finding.stage <= (required.get(finding.target) ?? 0);
    });
    const { isChanged } = options;
    return options.select === 'changed' && isChanged ? wanted.filter((finding) => isChanged(finding.file, finding.line)) : wanted;
}
function blocking(report, context) {
    if (context.only)
        return () => !report.verdict.passed;
    const failing = new Map(report.targets.filter((target) => !target.passed).map((target) => [target.name, target.requiredStage ?? 0]));
    return (finding) => finding.stage <= (failing.get(finding.target) ?? 0);
}
function annotation(group, level, report, context) {
    const { first, findings } = group;
    const title = context.rules.get(group.rule)?.rule.title ?? group.rule;
    const parts = [(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inAnnotation */ .hb)(first.message)];
    if (first.fix !== undefined)
        parts.push((0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inAnnotation */ .hb)(first.fix));
    if (findings.length > 1)
        parts.push(`and ${findings.length - 1} more in this file${linesOf(findings.slice(1))}`);
    parts.push(`${group.rule} · ${first.severity} · stage ${first.stage}${stageTitle(report, first)}`);
    return { level, title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)((0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inAnnotation */ .hb)(title), TITLE), message: (0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)(parts.join('\n'), MESSAGE), ...position(first, context) };
}
function stageTitle(report, finding) {
    const title = report.stages.find((stage) => stage.stage === finding.stage)?.title;
    return title === undefined ? '' : ` (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inAnnotation */ .hb)(title)})`;
}
function linesOf(findings) {
    const lines = [...new Set(findings.map((finding) => String(finding.line)))];
    if (findings[0]?.file === '.')
        return '';
    const named = lines.length > LINES ? [...lines.slice(0, LINES), '…'] : lines;
    return `: ${lines.length === 1 ? 'line' : 'lines'} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(named)}`;
}
// Columns count only where the span is one line; GitHub draws a span of many lines over all of them, so the first line stands for it.
function position(finding, context) {
    if (finding.file === '.')
        return {};
    const file = (0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .inAnnotation */ .hb)(context.base === '' ? finding.file : `${context.base}/${finding.file}`);
    const place = { file, line: finding.line, endLine: finding.line };
    return finding.endLine === finding.line ? { ...place, col: finding.column, endColumn: finding.endColumn } : place;
}
function rest(left, options) {
    const message = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(left, 'further finding')} not shown here: GitHub keeps ten annotations of a kind. All of them are ${options.rest}.`;
    return { level: 'notice', title: `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(left, 'further finding')}`, message };
}
function command(annotation) {
    const { level, message, ...properties } = annotation;
    const named = Object.entries(properties).filter(([, value]) => value !== undefined);
    const text = named.map(([name, value]) => `${name}=${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .commandProperty */ .N1)(String(value))}`).join(',');
    return `::${level} ${text}::${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .commandData */ .wq)(message)}`;
}
function compare(a, b) {
    for (const [index, value] of a.entries()) {
        const difference = value - (b[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
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
