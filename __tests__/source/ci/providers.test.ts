// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pipelines write their expressions so
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { originOf } from '../../../src/model/origin.ts'
import { readCi } from '../../../src/source/ci/ci.ts'
import { memoryTree } from '../../../src/source/memory.ts'
import { readSources } from '../../../src/source/read.ts'

type Files = Readonly<Record<string, string>>

const ciOf = (files: Files) => readCi(readSources(memoryTree(files), { paths: [], include: [], exclude: [] }))
const lineOf = (value: object) => {
  const origin = originOf(value)
  return origin && `${origin.source.path}:${origin.source.place(origin.key).line}`
}
const commands = (files: Files) =>
  ciOf(files).commands.map(
    (command) =>
      `${lineOf(command)} ${command.job}: ${command.arguments.length > 0 ? `${command.name} ${command.arguments.join(' ')}` : command.name}${command.blocking ? '' : ' (tolerated)'}`,
  )
const steps = (files: Files) => ciOf(files).steps.map((step) => `${lineOf(step)} ${step.job}: ${step.uses}${step.ref && `@${step.ref}`}`)

test('GitLab: jobs with what they extend, include and refer to', () => {
  const files = {
    '.gitlab-ci.yml': `include:
  - local: /ci/*.yml
  - template: Security/Container-Scanning.gitlab-ci.yml
  - component: $CI_SERVER_FQDN/components/sast/sast@2.1
  - { project: org/ci, file: /scan.yml, ref: v1 }
default:
  before_script: [echo before]
.scan: &scan
  image: { name: "aquasec/trivy:0.65" }
  script:
    - trivy image web
.more:
  script: [grype web]
scan:
  extends: .scan
anchored:
  <<: *scan
  script:
    - !reference [.more, script]
    - |
      cd hack
      ./check.sh
  allow_failure: true
`,
    'ci/build.yml': 'build:\n  script: docker build .\n  id_tokens: { T: { aud: x } }\n',
    'hack/check.sh': 'kubeconform k8s\n',
  }
  expect(commands(files)).toEqual([
    '.gitlab-ci.yml:7 scan: echo before',
    '.gitlab-ci.yml:11 scan: trivy image web',
    '.gitlab-ci.yml:7 anchored: echo before (tolerated)',
    '.gitlab-ci.yml:13 anchored: grype web (tolerated)',
    '.gitlab-ci.yml:21 anchored: cd hack (tolerated)',
    '.gitlab-ci.yml:22 anchored: check.sh (tolerated)',
    'hack/check.sh:1 anchored: kubeconform k8s (tolerated)',
    '.gitlab-ci.yml:7 build: echo before',
    'ci/build.yml:2 build: docker build .',
  ])
  expect(steps(files)).toEqual([
    '.gitlab-ci.yml:3 include: security/container-scanning.gitlab-ci.yml',
    '.gitlab-ci.yml:4 include: components/sast/sast@2.1',
    '.gitlab-ci.yml:5 include: org/ci/scan.yml@v1',
    '.gitlab-ci.yml:9 scan: aquasec/trivy@0.65',
    '.gitlab-ci.yml:9 anchored: aquasec/trivy@0.65',
  ])
  expect(ciOf(files).commands.at(-1)?.permissions).toEqual({ 'id-token': 'write' })
})

test.each([
  ['a hidden job', '.a:\n  script: a\n', []],
  ['rules: never', 'a:\n  rules: [{ when: never }]\n  script: a\n', []],
  ['when: never after all', 'a:\n  rules: [{ when: never }, { if: $X }]\n  script: a\n', []],
  ['a comment', '# a:\n#   script: a\nb:\n  script: b # a\n', ['b push']],
  ['by hand', 'a:\n  when: manual\n  script: a\n', ['a workflow_dispatch (tolerated)']],
  ['a schedule', 'a:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "schedule"\n  script: a\n', ['a schedule']],
  ['merge requests', 'a:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n  script: a\n', ['a pull_request']],
  ['only', 'a:\n  only: [schedules]\n  script: a\n', ['a schedule']],
])('GitLab: %s', (_, text, expected) => {
  const found = ciOf({ '.gitlab-ci.yml': text }).commands
  expect(found.map(({ name, triggers, blocking }) => `${name} ${triggers.join(' ')}${blocking ? '' : ' (tolerated)'}`)).toEqual(expected)
})

test('GitLab: a template that a variable disables is nothing', () => {
  const text = 'include: { template: Jobs/Container-Scanning.gitlab-ci.yml }\nvariables: { CONTAINER_SCANNING_DISABLED: "true" }\n'
  expect(steps({ '.gitlab-ci.yml': text })).toEqual([])
})

test('Azure: stages, jobs, templates and tasks', () => {
  const files = {
    'azure-pipelines.yml': `trigger: [main]
schedules:
  - cron: "0 0 * * *"
stages:
  - stage: build
    jobs:
      - job: scan
        steps:
          - script: trivy image $(Build.BuildId)
          - bash: grype web
            continueOnError: true
          - pwsh: kubeconform k8s
          - task: Docker@2
            inputs: { command: build }
          - task: AzureCLI@2
            inputs: { inlineScript: "az acr login --name x" }
          - script: never
            enabled: false
          - template: ci/steps.yml
          - template: scan.yml@shared
          - \${{ if eq(parameters.x, true) }}:
            - script: conditional
      - deployment: prod
        strategy: { runOnce: { deploy: { steps: [{ script: kubectl apply -f k8s }] } } }
      - job: off
        condition: false
        steps: [{ script: never }]
`,
    'ci/steps.yml': 'parameters: []\nsteps:\n  - script: inner\n',
  }
  expect(commands(files)).toEqual([
    'azure-pipelines.yml:9 scan: trivy image $?',
    'azure-pipelines.yml:10 scan: grype web (tolerated)',
    'azure-pipelines.yml:12 scan: kubeconform k8s',
    'azure-pipelines.yml:16 scan: az acr login --name x',
    'ci/steps.yml:3 scan: inner',
    'azure-pipelines.yml:22 scan: conditional',
    'azure-pipelines.yml:24 prod: kubectl apply -f k8s',
  ])
  expect(steps(files)).toEqual([
    'azure-pipelines.yml:13 scan: docker@2',
    'azure-pipelines.yml:15 scan: azurecli@2',
    'azure-pipelines.yml:20 scan: scan.yml@shared',
  ])
  expect(ciOf(files).commands[0]?.triggers).toEqual(['push', 'schedule'])
})

test('CircleCI: only jobs that a workflow runs', () => {
  const files = {
    '.circleci/config.yml': `version: 2.1
orbs: { snyk: snyk/snyk@1.5.0 }
commands:
  check:
    steps: [{ run: kubeconform k8s }]
jobs:
  scan:
    docker: [{ image: "cimg/base:2024.01" }]
    steps:
      - checkout
      - snyk/scan: { docker-image-name: web }
      - check
      - run:
          name: Trivy
          command: |
            trivy image << pipeline.parameters.image >>
            grype web
      - when: { condition: false, steps: [{ run: never }] }
  idle:
    steps: [{ run: never }]
workflows:
  nightly:
    triggers: [{ schedule: { cron: "0 0 * * *" } }]
    jobs:
      - scan
      - hold: { type: approval }
`,
  }
  expect(commands(files)).toEqual([
    '.circleci/config.yml:5 scan: kubeconform k8s',
    '.circleci/config.yml:16 scan: trivy image $?',
    '.circleci/config.yml:17 scan: grype web',
  ])
  expect(steps(files)).toEqual([
    '.circleci/config.yml:8 scan: cimg/base@2024.01',
    '.circleci/config.yml:10 scan: checkout',
    '.circleci/config.yml:11 scan: snyk/snyk/scan@1.5.0',
  ])
  expect(ciOf(files).commands[0]?.triggers).toEqual(['schedule'])
})

test('Jenkins: sh steps of any form, on their lines', () => {
  const files = {
    Jenkinsfile: `pipeline {
  // sh 'comment'
  /* sh 'comment' */
  agent { docker { image 'aquasec/trivy:0.65' } }
  triggers { cron('H 2 * * *') }
  stages {
    stage('Scan') {
      steps {
        sh 'trivy image web'
        sh "grype \${IMAGE} --fail-on \\"high\\""
        sh """
          # no
          kubeconform k8s
          cosign sign \${DIGEST}
        """
        dir('hack') { sh(label: 'check', script: './check.sh', returnStatus: true) }
        catchError { sh 'tolerated' }
        archiveArtifacts artifacts: 'trivy.json', fingerprint: true
        echo "sh 'no'"
      }
    }
    stage('Off') {
      when { expression { return false } }
      steps { sh 'never' }
    }
    stage('Scripted') {
      script {
        if (false) { sh 'never' }
        docker.image('anchore/grype').inside { def out = sh(script: 'grype web', returnStdout: true) }
      }
    }
  }
}
`,
    'hack/check.sh': 'hadolint Dockerfile\n',
  }
  expect(commands(files)).toEqual([
    'Jenkinsfile:9 Scan: trivy image web',
    'Jenkinsfile:10 Scan: grype $? --fail-on high',
    'Jenkinsfile:13 Scan: kubeconform k8s',
    'Jenkinsfile:14 Scan: cosign sign $?',
    'Jenkinsfile:16 Scan: check.sh (tolerated)',
    'hack/check.sh:1 Scan: hadolint Dockerfile (tolerated)',
    'Jenkinsfile:17 Scan: tolerated (tolerated)',
    'Jenkinsfile:29 Scripted: grype web',
  ])
  expect(steps(files)).toEqual([
    'Jenkinsfile:4 pipeline: aquasec/trivy@0.65',
    'Jenkinsfile:18 Scan: archiveartifacts',
    'Jenkinsfile:29 Scripted: anchore/grype',
  ])
  expect(ciOf(files).commands[0]?.triggers).toEqual(['push', 'schedule'])
})

test.each<[string, Files, readonly string[], readonly string[]]>([
  [
    'Bitbucket',
    {
      'bitbucket-pipelines.yml': `definitions:
  steps:
    - step: &scan
        name: Scan
        script:
          - trivy image web
          - pipe: aquasecurity/trivy-pipe:0.1
            variables: { image: web }
    - step: { name: unused, script: [never] }
pipelines:
  default:
    - parallel:
        - step: *scan
  branches:
    main:
      - stage: { steps: [{ step: { name: Deploy, oidc: true, trigger: manual, script: [helm upgrade web .] } }] }
`,
    },
    ['bitbucket-pipelines.yml:6 Scan: trivy image web', 'bitbucket-pipelines.yml:16 Deploy: helm upgrade web .'],
    ['bitbucket-pipelines.yml:7 Scan: aquasecurity/trivy-pipe@0.1'],
  ],
  [
    'Buildkite',
    {
      '.buildkite/pipeline.yml': `steps:
  - label: Scan
    commands: [trivy image web, "grype web || true"]
    plugins:
      - equinixmetal-buildkite/trivy#v1.18.5: { severity: HIGH }
      - docker-login#v3
  - group: Checks
    steps: [{ command: kubeconform k8s, soft_fail: true }]
  - wait
  - { command: never, skip: true }
`,
    },
    [
      '.buildkite/pipeline.yml:3 Scan: trivy image web',
      '.buildkite/pipeline.yml:3 Scan: grype web (tolerated)',
      '.buildkite/pipeline.yml:3 Scan: true',
      '.buildkite/pipeline.yml:8 step 1: kubeconform k8s (tolerated)',
    ],
    ['.buildkite/pipeline.yml:5 Scan: equinixmetal-buildkite/trivy@v1.18.5', '.buildkite/pipeline.yml:6 Scan: docker-login@v3'],
  ],
  [
    'Drone',
    {
      '.drone.yml': `kind: pipeline
name: ci
steps:
  - name: scan
    image: aquasec/trivy:0.65
    commands: [trivy image web]
  - name: push
    image: plugins/docker
    settings: { repo: web }
---
kind: secret
name: x
`,
    },
    ['.drone.yml:6 scan: trivy image web'],
    ['.drone.yml:5 scan: aquasec/trivy@0.65', '.drone.yml:8 push: plugins/docker'],
  ],
  [
    'Woodpecker',
    {
      '.woodpecker/ci.yaml': `when: [{ event: cron }]
steps:
  scan:
    image: aquasec/trivy
    commands: [trivy image web]
    failure: ignore
`,
    },
    ['.woodpecker/ci.yaml:5 scan: trivy image web (tolerated)'],
    ['.woodpecker/ci.yaml:4 scan: aquasec/trivy'],
  ],
  [
    'Travis',
    {
      '.travis.yml': `install: make tools
script:
  - trivy image web
after_success: grype web
jobs:
  include:
    - { stage: deploy, script: helm upgrade web . }
deploy: { provider: releases, skip_cleanup: true }
`,
      Makefile: 'tools:\n\ttrue\n',
    },
    [
      '.travis.yml:1 build: make tools',
      'Makefile:2 build: true',
      '.travis.yml:3 build: trivy image web',
      '.travis.yml:4 build: grype web (tolerated)',
      '.travis.yml:7 deploy: helm upgrade web .',
    ],
    ['.travis.yml:8 build: releases'],
  ],
  [
    'Cloud Build',
    {
      'deploy/cloudbuild.yaml': `steps:
  - name: gcr.io/cloud-builders/docker
    args: [build, -t, web, .]
  - id: scan
    name: aquasec/trivy:0.65
    args: ['image', 'web']
    allowFailure: true
  - name: gcr.io/cloud-builders/gcloud
    entrypoint: bash
    args:
      - -c
      - |
        set -e
        kubectl apply -f k8s
  - name: ubuntu
    script: cosign sign \${_IMAGE}
options: { requestedVerifyOption: VERIFIED }
`,
    },
    [
      'deploy/cloudbuild.yaml:3 step 0: docker build -t web .',
      'deploy/cloudbuild.yaml:6 scan: trivy image web (tolerated)',
      'deploy/cloudbuild.yaml:13 step 2: set -e',
      'deploy/cloudbuild.yaml:14 step 2: kubectl apply -f k8s',
      'deploy/cloudbuild.yaml:16 step 3: cosign sign $?',
    ],
    [
      'deploy/cloudbuild.yaml:17 steps: cloudbuild/options',
      'deploy/cloudbuild.yaml:2 step 0: gcr.io/cloud-builders/docker',
      'deploy/cloudbuild.yaml:5 scan: aquasec/trivy@0.65',
      'deploy/cloudbuild.yaml:8 step 2: gcr.io/cloud-builders/gcloud',
      'deploy/cloudbuild.yaml:15 step 3: ubuntu',
    ],
  ],
  [
    'CodeBuild',
    {
      'buildspec.yml':
        'phases:\n  build:\n    commands:\n      - trivy image web\n    finally: [grype web]\n  post_build: { on-failure: CONTINUE, commands: [cosign sign web] }\n',
    },
    [
      'buildspec.yml:4 build: trivy image web',
      'buildspec.yml:5 build: grype web (tolerated)',
      'buildspec.yml:6 post_build: cosign sign web (tolerated)',
    ],
    [],
  ],
  [
    'Tekton',
    {
      'ci/tasks.yaml': `apiVersion: tekton.dev/v1
kind: Task
metadata: { name: scan }
spec:
  steps:
    - image: aquasec/trivy:0.65
      script: |
        #!/bin/sh
        trivy image $(params.image)
    - image: anchore/grype
      args: [web]
    - image: python
      script: |
        #!/usr/bin/env python
        never
---
apiVersion: tekton.dev/v1
kind: Task
metadata: { name: unused }
spec: { steps: [{ image: x, script: never }] }
---
apiVersion: tekton.dev/v1
kind: Pipeline
metadata: { name: ci }
spec:
  tasks:
    - name: scan
      taskRef: { name: scan }
    - name: sign
      taskRef: { resolver: hub, params: [{ name: name, value: cosign-sign }] }
    - name: own
      taskSpec: { steps: [{ image: bash, command: [sh, -c], args: [kubeconform k8s] }] }
`,
    },
    ['ci/tasks.yaml:9 scan: trivy image $?', 'ci/tasks.yaml:11 scan: grype web', 'ci/tasks.yaml:32 own: kubeconform k8s'],
    [
      'ci/tasks.yaml:6 scan: aquasec/trivy@0.65',
      'ci/tasks.yaml:10 scan: anchore/grype',
      'ci/tasks.yaml:12 scan: python',
      'ci/tasks.yaml:30 sign: tekton/cosign-sign',
      'ci/tasks.yaml:32 own: bash',
    ],
  ],
])('%s', (_, files, expectedCommands, expectedSteps) => {
  expect(commands(files)).toEqual(expectedCommands)
  expect(steps(files)).toEqual(expectedSteps)
})

test('what lies among examples and tests is nothing', () => {
  const files = {
    'examples/Jenkinsfile': "sh 'a'",
    'test/cloudbuild.yaml': 'steps: [{ name: a, args: [b] }]\n',
    'docs/.travis.yml': 'script: a\n',
  }
  expect(ciOf(files).commands).toEqual([])
})

const PATHS = [
  ...['.gitlab-ci.yml', 'azure-pipelines.yml', '.circleci/config.yml', 'Jenkinsfile', 'bitbucket-pipelines.yml', '.buildkite/pipeline.yml'],
  ...['.drone.yml', '.woodpecker.yml', '.travis.yml', 'cloudbuild.yaml', 'buildspec.yml'],
]

test.each(PATHS)('%s: any text is read, within bounds', (path) => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(Array.isArray(ciOf({ [path]: text }).steps)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test.each([
  [
    'jobs that extend each other',
    { '.gitlab-ci.yml': 'a: { extends: [b, b] }\nb: { extends: [a, a], script: [!reference [b, script]] }\n' },
  ],
  ['files that include each other', { '.gitlab-ci.yml': 'include: /b.yml\n', 'b.yml': 'include: [/b.yml, /.gitlab-ci.yml]\n' }],
  ['child pipelines that start each other', { '.gitlab-ci.yml': 'a: { trigger: { include: .gitlab-ci.yml } }\n' }],
  [
    'templates that use each other',
    { 'azure-pipelines.yml': 'steps: [{ template: azure-pipelines.yml }, { template: azure-pipelines.yml }]\n' },
  ],
  [
    'commands that use each other',
    { '.circleci/config.yml': 'jobs: { build: { steps: [a] } }\ncommands: { a: { steps: [b, b] }, b: { steps: [a, a] } }\n' },
  ],
  ['braces without end', { Jenkinsfile: "stage('a') {\n sh 'x'\n".repeat(5000) }],
  ['strings without end', { Jenkinsfile: '"""'.repeat(20_000) + "'\\".repeat(20_000) }],
])('nothing runs without bound: %s', (_, files) => {
  const started = performance.now()
  expect(Array.isArray(ciOf(files).commands)).toBe(true)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('a pipeline with services is no compose file', () => {
  const text = 'steps: [{ name: a, image: b, commands: [c] }]\nservices:\n  database:\n    image: mysql:8\n'
  const sources = readSources(memoryTree({ '.woodpecker.yml': text }), { paths: [], include: [], exclude: [] })
  expect([sources.compose, sources.manifests]).toEqual([[], []])
})
