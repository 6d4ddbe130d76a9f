import type { CloudwatchLogsExportConfiguration, PendingCloudwatchLogsExports } from '@aws-sdk/client-rds';

/** The types of logs that go to CloudWatch, with the engine, on which it depends what types there are. */
export type LogExports = { readonly engine: string; readonly types: readonly string[] };

/** What goes there once RDS has done what it was told. */
export function ordered(types: readonly string[], pending: PendingCloudwatchLogsExports | undefined) {
  const { LogTypesToEnable: on = [], LogTypesToDisable: off = [] } = pending ?? {};
  return [...types.filter((type) => !off.includes(type)), ...on.filter((type) => !types.includes(type))];
}

/** RDS is told what to begin and what to end, not what there should be. */
export const exportChange = (
  before: readonly string[],
  after: readonly string[],
): CloudwatchLogsExportConfiguration => ({
  EnableLogTypes: after.filter((type) => !before.includes(type)),
  DisableLogTypes: before.filter((type) => !after.includes(type)),
});
