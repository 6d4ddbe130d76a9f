import { configDefaults, defineConfig } from 'vitest/config';

/** Pure questions and answers: nothing of one file can be felt in another, and each would load the whole catalogue anew. */
const tables = ['test/{access,checks,commands,domain,remedies}/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    reporters: ['default', './test/kit/closing-reporter.ts'],
    projects: [
      { extends: true, test: { name: 'tables', include: tables, isolate: false } },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...tables],
        },
      },
    ],
  },
});
