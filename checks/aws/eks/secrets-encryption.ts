import { defineCheck, fail, pass, passBecause } from '#src/check';

/** From this release on EKS wraps all that Kubernetes keeps with a KMS key that AWS owns, if with no other. */
const wrapsByItself = 28;

export default defineCheck({
  id: 'aws/eks/secrets-encryption',
  title: 'Kubernetes secrets are wrapped with a KMS key',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.eks.cluster',
  facts: ['description'],
  settings: { mustBeCustomerKey: false },
  evaluate: ({ description: { version, secretsKey } }, { settings: { mustBeCustomerKey } }) => {
    if (secretsKey !== null) return pass;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const wraps = major > 1 || minor >= wrapsByItself;
    if (!wraps) return fail(`Kubernetes ${version}, and no KMS key wraps its secrets`);
    if (mustBeCustomerKey) return fail('its secrets are wrapped with a key that AWS owns, not with yours');
    return passBecause(`Kubernetes ${version}: EKS wraps its secrets with a key that AWS owns`);
  },
});
