import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/config/recorder-on',
  title: 'The history of configuration is recorded in the region',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(A)'],
  kind: 'aws.region',
  facts: ['configRecorder'],
  evaluate: ({ configRecorder }) => {
    if (configRecorder === null) return fail('AWS Config has no recorder here');
    const { name, recording, delivers, deliveryError, lastStatus, everyType } = configRecorder;
    if (!recording) return fail(`the recorder ${name} is stopped`);
    if (!delivers) return fail(`the recorder ${name} has no delivery channel`);
    if (deliveryError !== null)
      return fail(`what ${name} records does not arrive in its bucket: ${deliveryError}`);
    if (/^failure$/i.test(lastStatus ?? ''))
      return fail(`the recorder ${name} failed at what it last recorded`);
    return everyType ? pass : passBecause(`${name} records chosen types of resources`);
  },
});
