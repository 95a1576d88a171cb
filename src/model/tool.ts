/** What the reports name as their maker; a test holds it to package.json. */
export const TOOL = { name: 'container-maturity-gate', version: '0.1.0' } as const

/** Where the project lives on GitHub. */
export const REPOSITORY = 'OWNER/container-maturity-gate'
