import check from '../../../../checks/aws/org/ai-services-opt-out.ts';
import { testCheck } from '../../../kit/test-check.ts';

type Choice = { byDefault: 'optOut' | 'optIn' | null; optedIn: readonly string[] } | null;
const told = (choice: Choice) => ({ aiOptOut: { organization: true as const, choice } });

testCheck(check, {
  pass: [{ name: 'out of all', facts: told({ byDefault: 'optOut', optedIn: [] }) }],
  fail: [
    { name: 'alone', facts: { aiOptOut: { organization: false } }, because: /no organization/ },
    { name: 'no policy', facts: told(null), because: /no opt-out policy/ },
    { name: 'some services only', facts: told({ byDefault: null, optedIn: [] }), because: /does not name/ },
    { name: 'in by default', facts: told({ byDefault: 'optIn', optedIn: [] }), because: /does not name/ },
    {
      name: 'one stays in',
      facts: told({ byDefault: 'optOut', optedIn: ['rekognition'] }),
      because: /lets rekognition/,
    },
  ],
});
