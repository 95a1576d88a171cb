export const id = 293;
export const ids = [293];
export const modules = {

/***/ 7293:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sarif: () => (/* binding */ sarif)
});

// EXTERNAL MODULE: ./src/model/rule.ts
var rule = __webpack_require__(1799);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(6412);
;// CONCATENATED MODULE: ./src/report/sarif-rule.ts

const SHORT = 1024;
const LONG = 4096;
// GitHub shows over 9 as critical, 7 to 8.9 as high, 4 to 6.9 as medium.
const SCORE = { low: '2.0', medium: '5.0', high: '8.0', critical: '9.5' };
const LEVEL = { low: 'note', medium: 'warning', high: 'error', critical: 'error' };
/** What code scanning shows of a rule. Rules may be the user's own, so their words are held to the same limits. */
function descriptor(id, report, context) {
    const known = context.rules.get(id);
    const control = report.controls.find((one) => one.id === id);
    const severity = control?.severity ?? known?.rule.severity ?? 'medium';
    const title = known?.rule.title ?? control?.title ?? id;
    const why = known?.text?.why.trim() ?? title;
    const remedy = known?.rule.remedy ?? '';
    const practice = control?.practice ?? known?.rule.practice;
    const help = [why, remedy, stageOf(id, report), aliases(id, context)].filter((part) => part !== '');
    return {
        id,
        name: id,
        shortDescription: { text: (0,report_escape/* sarifText */.BC)(title, SHORT) },
        fullDescription: { text: (0,report_escape/* sarifText */.BC)(why, SHORT) },
        help: { text: help.map((part) => (0,report_escape/* sarifText */.BC)(part, LONG)).join('\n\n') },
        defaultConfiguration: { level: LEVEL[severity] },
        properties: {
            tags: ['security', ...(control ? [`stage-${control.stage}`] : []), ...(practice === undefined ? [] : [practice])],
            precision: 'high',
            'problem.severity': severity === 'low' ? 'recommendation' : severity === 'medium' ? 'warning' : 'error',
            'security-severity': SCORE[severity],
        },
    };
}
function stageOf(id, report) {
    const control = report.controls.find((one) => one.id === id);
    const stage = report.stages.find((one) => one.stage === control?.stage);
    return control && stage ? `Stage ${control.stage} (${stage.title}), practice ${control.practice}.` : '';
}
function aliases(id, context) {
    const all = Object.entries(context.rules.get(id)?.rule.aliases ?? {});
    return all.length === 0 ? '' : `Also known as ${all.map(([tool, ids]) => `${tool} ${ids.join(', ')}`).join('; ')}.`;
}

;// CONCATENATED MODULE: ./src/report/sarif.ts



// GitHub keeps the 5,000 most severe of at most 25,000 results, and 100 related locations of each.
const RESULTS = 5000;
const RELATED = 100;
const MESSAGE = 1024;
const sarif_LEVEL = { low: 'note', medium: 'warning', high: 'error', critical: 'error' };
/** SARIF 2.1.0 as GitHub's code scanning takes it. */
const sarif = (report, context) => {
    const kept = mostSevere(report.findings);
    const rules = [...new Set(kept.map((finding) => finding.rule))].sort();
    const index = new Map(rules.map((rule, at) => [rule, at]));
    const run = {
        tool: {
            driver: {
                name: 'Container Maturity Gate',
                semanticVersion: report.tool.version,
                rules: rules.map((id) => descriptor(id, report, context)),
            },
        },
        // A partial upload in one category closes the alerts of the other uploads in it.
        automationDetails: { id: `${(0,report_escape/* sarifText */.BC)(context.name, 100).replaceAll('/', '-')}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(report, kept.length, context) }],
        results: kept.map((finding) => result(finding, index.get(finding.rule) ?? -1, context)),
    };
    const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
    return `${(0,report_escape/* jsonText */.s$)(JSON.stringify(log, null, 2))}\n`;
};
function mostSevere(findings) {
    if (findings.length <= RESULTS)
        return findings;
    const severe = (finding) => rule/* SEVERITIES */.o.indexOf(finding.severity);
    const kept = new Set([...findings].sort((a, b) => severe(b) - severe(a)).slice(0, RESULTS));
    return findings.filter((finding) => kept.has(finding));
}
function result(finding, ruleIndex, context) {
    const fix = finding.fix === undefined ? '' : ` ${finding.fix}`;
    return {
        ruleId: finding.rule,
        ruleIndex,
        level: sarif_LEVEL[finding.severity],
        message: { text: (0,report_escape/* sarifText */.BC)(finding.message + fix, MESSAGE) },
        locations: [{ physicalLocation: physical(finding.file, region(finding, context), context), ...logical(finding) }],
        ...related(finding.related, context),
        partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
        ...suppression(finding),
    };
}
function physical(file, region, context) {
    return { artifactLocation: { uri: uri(file, context), uriBaseId: '%SRCROOT%' }, region };
}
// An alert needs a file. What concerns the repository as a whole is answered for in its configuration.
function uri(file, context) {
    const path = file === '.' ? '.maturity-gate.yaml' : file;
    const below = context.base === '' ? path : `${context.base}/${path}`;
    return below
        .replace(/[\ud800-\udfff]/gu, '\ufffd')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
}
// An alert shows on a pull request only when all of its lines are in the change: one line, whatever the span.
function region(finding, context) {
    const { line: startLine, column: startColumn } = finding;
    if (finding.line === finding.endLine)
        return { startLine, startColumn, endLine: startLine, endColumn: finding.endColumn };
    const length = context.line(finding.file, startLine)?.length;
    return { startLine, startColumn, endLine: startLine, ...(length === undefined ? {} : { endColumn: Math.max(startColumn, length + 1) }) };
}
function logical({ resource, container }) {
    if (!resource)
        return {};
    const name = [resource.kind, resource.namespace, resource.name, container].filter(Boolean).join('/');
    return { logicalLocations: [{ fullyQualifiedName: (0,report_escape/* sarifText */.BC)(name, MESSAGE), kind: 'resource' }] };
}
function related(places, context) {
    if (places.length === 0)
        return {};
    return {
        relatedLocations: places.slice(0, RELATED).map((place, id) => ({
            id,
            physicalLocation: physical(place.file, { startLine: place.line, startColumn: place.column }, context),
            message: { text: (0,report_escape/* sarifText */.BC)(place.message, MESSAGE) },
        })),
    };
}
function suppression({ waived }) {
    if (!waived)
        return {};
    const until = waived.expires === null ? '' : `, until ${waived.expires}`;
    const kind = /comment|annotation/.test(waived.by) ? 'inSource' : 'external';
    const justification = (0,report_escape/* sarifText */.BC)(`${waived.reason} (${waived.owner}${until})`, MESSAGE);
    return { suppressions: [{ kind, status: 'accepted', justification }] };
}
function notifications(report, kept, context) {
    const problems = report.problems.slice(0, RELATED).map(({ file, line, message }) => ({
        level: 'warning',
        message: { text: (0,report_escape/* sarifText */.BC)(message, MESSAGE) },
        locations: [{ physicalLocation: physical(file, { startLine: line }, context) }],
    }));
    if (kept === report.findings.length)
        return problems;
    const text = `${report.findings.length - kept} findings of lower severity are left out: code scanning keeps ${RESULTS}.`;
    return [...problems, { level: 'note', message: { text } }];
}


/***/ })

};
