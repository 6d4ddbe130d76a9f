import guidance from '../../../../remedies/aws/rds/steps-tls.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
