import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/cluster-tls-enforced',
  title: 'Database cluster refuses unencrypted connections',
  severity: 'high',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  kind: 'aws.rds.cluster',
  control: 'rds-tls-enforced',
  facts: ['engine', 'tls'],
  evaluate: ({ engine, tls }) => {
    if (tls === null) return notApplicable(`no parameter of ${engine} says it`);
    const { group, parameter, value, refusesPlain, waitsForReboot } = tls;
    if (!refusesPlain) return fail(`${parameter} is ${value ?? 'not set'} in ${group}`);
    return waitsForReboot
      ? fail(`${group} asks for it, and was changed since a server started: it waits for a reboot`)
      : pass;
  },
});
