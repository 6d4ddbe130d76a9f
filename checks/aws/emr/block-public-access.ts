import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/emr/block-public-access',
  title: 'EMR refuses clusters whose security groups let everyone in',
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.region',
  facts: ['emrPublicAccessBlock', 'emrClusters'],
  control: 'emr-master-no-public-ip',
  // AWS's own setting leaves this port open.
  settings: { permittedPorts: ['22'] as readonly string[] },
  evaluate: ({ emrPublicAccessBlock, emrClusters }, { settings: { permittedPorts } }) => {
    if (emrClusters === 0) return notApplicable('no EMR cluster runs in this region');
    if (!emrPublicAccessBlock.on) return fail('block public access is off');
    const wide = emrPublicAccessBlock.permitted.filter(
      ({ from, to }) => from !== to || !permittedPorts.includes(String(from)),
    );
    if (wide.length === 0) return pass;
    const ports = wide.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
    return fail(`block public access leaves out ports ${ports}`);
  },
});
