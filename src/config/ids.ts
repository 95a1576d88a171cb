// Those of rules/model.yaml, which a test holds them to.
export const STAGE_IDS = ['learning', 'sanctioned', 'production', 'expansion', 'organisation-wide'] as const
