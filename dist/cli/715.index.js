export const id = 715;
export const ids = [715];
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

/***/ 96:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  markdown: () => (/* binding */ markdown),
  renderComment: () => (/* binding */ renderComment)
});

// EXTERNAL MODULE: ./src/report/choose.ts
var choose = __webpack_require__(7953);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
;// CONCATENATED MODULE: ./src/report/markdown-place.ts

/** `path:line` as code, linked where the context knows an address; nothing for the repository as a whole. */
function place(file, lines, context) {
    if (file === '.')
        return 'the repository';
    const [first] = lines;
    const code = (0,report_escape/* markdownCode */.D9)(lines.length === 0 ? file : `${file}:${lines.join(', ')}`);
    const address = first === undefined ? undefined : context.link?.(file, first);
    return address === undefined ? code : `<a href="${(0,report_escape/* attribute */.lt)(address)}">${code}</a>`;
}

// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/report/markdown-findings.ts




const LINES = 8;
/** The gaps behind a fold, those of one rule in one file in a row. */
function findingsListing(gaps, report, context) {
    if (gaps.length === 0)
        return [];
    const groups = (0,choose/* byRuleAndFile */.$h)(gaps);
    const upTo = context.only || report.targets.length > 1 ? '' : ` up to stage ${report.verdict.nextStage ?? 5}`;
    return [
        {
            open: `<details><summary>${(0,words/* count */.U9)(gaps.length, 'finding')}${upTo}</summary>\n\n| Where | What | What to write |\n|:--|:--|:--|\n`,
            items: groups.map((group) => row(group, context)),
            close: '\n</details>\n\n',
            more: (left) => `| and ${left} more rows: see the full report | | |\n`,
        },
    ];
}
function row({ rule, file, first, findings }, context) {
    const lines = [...new Set(findings.map((finding) => finding.line))];
    const where = place(file, lines.slice(0, LINES), context) + (lines.length > LINES ? ` and ${lines.length - LINES} more` : '');
    const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
    const kind = `<br><sub>${(0,report_escape/* markdownCode */.D9)(rule)} · ${first.severity} · stage ${first.stage}</sub>`;
    return `| ${where} | ${(0,report_escape/* markdown */.wD)(first.message)}${more}${kind} | ${(0,report_escape/* markdown */.wD)(first.fix ?? '')} |\n`;
}
/** What lies above the next stage is counted, not spilled. */
function aboveSentence(above) {
    if (above.length === 0)
        return '';
    const parts = above.map(({ stage, findings }, index) => `${index === 0 ? (0,words/* count */.U9)(findings, 'finding') : findings} for stage ${stage}`);
    return `Above the next stage: ${(0,words/* list */.p_)(parts)}.\n\n`;
}

;// CONCATENATED MODULE: ./src/report/markdown-ladder.ts


/** The stages with their scores; with several targets, target × stage. */
function ladder(report) {
    if (report.verdict.outcome === 'nothing-scanned')
        return [];
    const [only] = report.targets;
    return report.targets.length === 1 && only ? [rungs(only)] : [matrix(report), ...missedOfAll(report)];
}
function rungs(target) {
    const rows = target.stages.map((stage) => {
        const next = stage.stage === target.reachedStage + 1;
        const required = stage.stage === target.requiredStage ? ' *(required)*' : '';
        const why = next
            ? stage.missed
                .slice(0, 10)
                .map((reason) => (0,report_escape/* markdown */.wD)(reason, 200))
                .join('<br>')
            : '';
        return `| ${mark(stage, target)} | ${stage.stage} · ${(0,report_escape/* markdown */.wD)(stage.title, 80)}${required} | ${(0,words/* points */.WR)(stage.score)} | ${why} |\n`;
    });
    return `| | Stage | Score | Missing |\n|:-:|:--|--:|:--|\n${rows.join('')}\n`;
}
function mark(stage, target) {
    if (stage.stage <= target.reachedStage)
        return '✅';
    return stage.stage === target.reachedStage + 1 ? '❌' : stage.met ? '☑️' : '⬜';
}
function matrix(report) {
    const stages = report.stages.map(({ stage }) => ` Stage ${stage} |`).join('');
    return {
        open: `| | Target | Reached | Required |${stages}\n|:-:|:--|--:|--:|${report.stages.map(() => '--:|').join('')}\n`,
        items: report.targets.map((target) => {
            const scores = target.stages.map((stage) => ` ${(0,words/* points */.WR)(stage.score)}${stage.met ? ' ✓' : ''} |`).join('');
            return `| ${target.passed ? '✅' : '❌'} | ${(0,report_escape/* markdown */.wD)(target.name, 80)} | ${target.reachedStage} | ${target.requiredStage ?? '–'} |${scores}\n`;
        }),
        close: '\n',
        more: (left) => `| | and ${left} more targets | | |${report.stages.map(() => ' |').join('')}\n`,
    };
}
function missedOfAll(report) {
    const items = report.targets.flatMap((target) => {
        const next = target.stages.find((stage) => stage.stage === target.reachedStage + 1);
        if (target.passed || !next || next.missed.length === 0)
            return [];
        return [
            `- **${(0,report_escape/* markdown */.wD)(target.name, 80)}**, stage ${next.stage}: ${next.missed
                .slice(0, 5)
                .map((reason) => (0,report_escape/* markdown */.wD)(reason, 200))
                .join('; ')}\n`,
        ];
    });
    return items.length === 0 ? [] : [{ open: '', items, close: '\n', more: (left) => `- and ${left} more\n` }];
}

;// CONCATENATED MODULE: ./src/report/markdown-lists.ts



const LISTED = 50;
/** What could not be judged; never behind a fold alone, since it counts as failing. */
function problems(report) {
    const items = report.problems.map(({ file, line, message }) => `- ${place(file, [line], {})}: ${(0,report_escape/* markdown */.wD)(message)}\n`);
    return folded(`⚠️ ${(0,words/* count */.U9)(items.length, 'problem')}: could not be judged, and counted as failing`, items);
}
function unknowns(report) {
    const items = report.unknown.map(({ rule, file, line, reason }) => `- ${place(file, [line], {})} ${(0,report_escape/* markdown */.wD)(reason)} (${(0,report_escape/* markdownCode */.D9)(rule)})\n`);
    return folded(`${(0,words/* count */.U9)(items.length, 'answer')} unknown: the files do not settle what decides`, items);
}
/** Accepted debt, with who answers for it and until when. */
function waivers(waived) {
    const items = waived.map(({ rule, file, line, waived: waiver }) => {
        const until = waiver?.expires ? ` until ${(0,report_escape/* markdown */.wD)(waiver.expires, 20)}` : '';
        return `- ${place(file, [line], {})} ${(0,report_escape/* markdownCode */.D9)(rule)}: ${(0,report_escape/* markdown */.wD)(waiver?.reason ?? '')} (${(0,report_escape/* markdown */.wD)(waiver?.owner ?? '', 80)}${until})\n`;
    });
    return folded(`${(0,words/* count */.U9)(items.length, 'finding')} waived`, items);
}
function folded(title, all) {
    if (all.length === 0)
        return [];
    const more = (left) => `- and ${left} more\n`;
    const beyond = all.length - LISTED;
    return [
        {
            open: `<details><summary>${title}</summary>\n\n`,
            items: all.slice(0, LISTED),
            close: `${beyond > 0 ? more(beyond) : ''}\n</details>\n\n`,
            more,
        },
    ];
}

// EXTERNAL MODULE: ./src/report/climb.ts
var report_climb = __webpack_require__(7923);
;// CONCATENATED MODULE: ./src/report/markdown-way-up.ts




const TARGETS = 25;
const CLIMBS = 25;
const PLACES = 5;
/** What is missing for the next stage: the smallest set of edits, what gains most first. */
function wayUp(report, context) {
    return report.targets
        .filter((target) => target.wayUp.length > 0)
        .slice(0, TARGETS)
        .map((target) => climbing(target, report, context));
}
function climbing(target, report, context) {
    const whose = report.targets.length > 1 ? ` for ${(0,report_escape/* markdown */.wD)(target.name, 80)}` : '';
    const title = `**Shortest way to stage ${target.reachedStage + 1}${whose}: ${(0,words/* count */.U9)(target.wayUp.length, 'edit')}**`;
    const all = (0,report_climb/* climbs */.B)(target.wayUp);
    const more = (left) => `| | and ${(0,words/* count */.U9)(left, 'more row')} | |\n`;
    return {
        open: `${title}\n\n| Gain | What to write | Where |\n|--:|:--|:--|\n`,
        items: all.slice(0, CLIMBS).map((climb) => markdown_way_up_row(climb, context)),
        close: `${all.length > CLIMBS ? more(all.length - CLIMBS) : ''}\n`,
        more,
    };
}
function markdown_way_up_row(climb, context) {
    const shown = climb.places.slice(0, PLACES).map(({ file, line }) => place(file, line === null ? [] : [line], context));
    if (climb.places.length > PLACES)
        shown.push(`and ${climb.places.length - PLACES} more`);
    return `| +${climb.gain.toFixed(1)} | ${(0,report_escape/* markdown */.wD)(climb.edit)}${(0,report_climb/* extent */.X)(climb)} | ${shown.join('<br>') || 'the repository'} |\n`;
}

;// CONCATENATED MODULE: ./src/report/room.ts
/** UTF-8 bytes: never fewer than the characters that GitHub counts. */
function size(text) {
    return Buffer.byteLength(text);
}
/** Joins sections within `limit` bytes. Texts and frames always appear; items go to the earlier listings first. */
function within(sections, limit) {
    let room = limit - sections.reduce((sum, section) => sum + room_frame(section), 0);
    return sections
        .map((section) => {
        if (typeof section === 'string')
            return section;
        const kept = [];
        for (const item of section.items) {
            if (size(item) > room)
                break;
            room -= size(item);
            kept.push(item);
        }
        const left = section.items.length - kept.length;
        return section.open + kept.join('') + (left > 0 ? section.more(left) : '') + section.close;
    })
        .join('');
}
function room_frame(section) {
    if (typeof section === 'string')
        return size(section);
    return size(section.open) + size(section.close) + size(section.more(section.items.length));
}

;// CONCATENATED MODULE: ./src/report/markdown.ts








// GitHub drops the upload of a larger job summary (1 MiB a step).
const SUMMARY = 1024 * 1024;
// GitHub answers 422 to a longer comment.
const COMMENT = 65_536;
/** A page for the job summary: verdict, ladder, way up, and every gap behind a fold. */
const markdown = (report, context) => {
    const body = context.only ? [] : [...ladder(report), ...wayUp(report, context)];
    return within([heading(report, context), ...body, ...details(report, context), footer(report)], SUMMARY);
};
/** The comment of a pull request: what is missing for the next stage comes first. */
function renderComment(report, context, options = {}) {
    const marker = options.marker ? `${options.marker}\n` : '';
    const sections = [heading(report, context), ...wayUp(report, context), ...ladder(report), ...details(report, context), footer(report)];
    return marker + within(sections, (options.limit ?? COMMENT) - size(marker));
}
function heading(report, context) {
    const { passed, reachedStage } = report.verdict;
    const { gaps } = (0,choose/* choose */.Sw)(report, context);
    const mark = passed ? '✅' : '❌';
    const named = context.name === 'maturity-gate' ? '' : ` · ${(0,report_escape/* markdown */.wD)(context.name, 100)}`;
    if (context.only)
        return `## ${mark} Container maturity${named}: ${gaps.length === 0 ? 'no finding' : (0,words/* count */.U9)(gaps.length, 'finding')}\n\n`;
    const title = report.verdict.outcome === 'nothing-scanned' ? 'nothing to judge' : `stage ${reachedStage} of 5`;
    const sentence = (0,report_escape/* markdown */.wD)((0,words/* verdictSentence */.BT)(report));
    const mode = passed || context.enforce ? '' : ' The job does not fail for it: the gate only reports.';
    return `## ${mark} Container maturity${named}: ${title}\n\nThe gate ${sentence}.${mode}\n\n`.replace('The gate nothing', 'Nothing');
}
function details(report, context) {
    const choice = (0,choose/* choose */.Sw)(report, context);
    const above = aboveSentence(choice.above);
    return [...findingsListing(choice.gaps, report, context), ...problems(report), ...unknowns(report), ...waivers(choice.waived), above];
}
function footer(report) {
    const day = report.asOf === null ? '' : ` Expiry judged on ${report.asOf}.`;
    return `<sub>${(0,words/* scannedSentence */._h)(report.scanned)}.${day} Container Maturity Gate ${report.tool.version}</sub>\n`;
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
