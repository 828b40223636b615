const typescript = {
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript' },
          transform: { verbatimModuleSyntax: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
}

export default {
  maxWorkers: 2,
  // what a file loaded stays in its worker: without end, the last of two hundred wait for the collector
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
  projects: [
    {
      ...typescript,
      displayName: 'rules',
      testMatch: ['<rootDir>/test/**/*.rules.test.ts'],
    },
    {
      ...typescript,
      displayName: 'house',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.rules\\.test\\.ts$'],
      globalSetup: '<rootDir>/test/support/start-database.js',
      globalTeardown: '<rootDir>/test/support/stop-database.js',
    },
  ],
}
