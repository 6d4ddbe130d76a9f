import check from '../../../../checks/aws/s3/website-hosting.ts';
import { testCheck } from '../../../kit/test-check.ts';

const site = { servesObjects: true, redirectsTo: null };

testCheck(check, {
  pass: [
    { name: 'no website', facts: { publicWebsite: null } },
    { name: 'set up, not readable', facts: { publicWebsite: { ...site, public: false } } },
    {
      name: 'only redirects',
      facts: { publicWebsite: { servesObjects: false, redirectsTo: 'example.com', public: false } },
    },
  ],
  fail: [
    {
      name: 'served to anyone',
      facts: { publicWebsite: { ...site, public: true } },
      because: /anyone can read/,
    },
    {
      name: 'page by page',
      facts: { publicWebsite: { ...site, public: false, byObjectAcls: true } },
      because: /ACLs of objects/,
    },
  ],
});
