import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/tls-enforced',
  title: 'Database refuses unencrypted connections',
  severity: 'high',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  kind: 'aws.rds.instance',
  facts: ['engine', 'memberOf', 'tls'],
  evaluate: ({ engine, memberOf, tls }) => {
    if (memberOf !== null) return notApplicable(`connections are set on cluster ${memberOf}`);
    if (tls === null) return notApplicable(`no parameter of ${engine} says it`);
    const { group, parameter, value, refusesPlain, waitsForReboot } = tls;
    if (!refusesPlain) return fail(`${parameter} is ${value ?? 'not set'} in ${group}`);
    return waitsForReboot
      ? fail(`${group} asks for it, and was changed since the database started: it waits for a reboot`)
      : pass;
  },
});
