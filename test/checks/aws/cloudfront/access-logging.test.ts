import check from '../../../../checks/aws/cloudfront/access-logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'into a bucket',
      facts: {
        standardLog: { bucket: 'logs.s3.amazonaws.com', prefix: '', cookies: false },
        deliversLog: false,
      },
    },
    { name: 'by CloudWatch', facts: { standardLog: null, deliversLog: true } },
  ],
  fail: [
    { name: 'neither', facts: { standardLog: null, deliversLog: false }, because: /no standard access log/ },
  ],
});
