import remedy from '../../../../remedies/aws/eks/endpoint-cidrs.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const open = { public: true, private: false, publicCidrs: ['0.0.0.0/0'] };
const offices = ['203.0.113.0/24', '198.51.100.7/32'];
const settings = { publicCidrs: offices };

testRemedy(remedy, {
  cures: [
    {
      name: 'everyone',
      current: open,
      settings,
      after: { public: true, private: true, publicCidrs: offices },
    },
    {
      name: 'no range, which is everyone',
      current: { ...open, private: true, publicCidrs: [] },
      settings,
      after: { public: true, private: true, publicCidrs: offices },
    },
  ],
  cannot: [
    { name: 'no addresses are named', current: open, because: /set publicCidrs/ },
    {
      name: 'everyone is named',
      current: open,
      settings: { publicCidrs: ['0.0.0.0/0'] },
      because: /everyone in/,
    },
    {
      name: 'it is off',
      current: { public: false, private: true, publicCidrs: [] },
      settings,
      because: /off/,
    },
  ],
  consequences: [
    {
      name: 'who comes from elsewhere is refused',
      current: open,
      settings,
      verdict: 'breaks',
      says: [
        ['breaks', /203\.0\.113\.0\/24/],
        ['unknown', /DNS hostnames/],
      ],
    },
    {
      name: 'nodes that use the private endpoint already',
      current: { ...open, private: true },
      settings,
      verdict: 'breaks',
      says: [['safe', /go on by the private endpoint/]],
      saysNot: [/DNS/],
    },
  ],
});
