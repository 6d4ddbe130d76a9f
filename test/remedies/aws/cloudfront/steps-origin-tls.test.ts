import guidance from '../../../../remedies/aws/cloudfront/steps-origin-tls.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
