import guidance from '../../../../remedies/aws/transfer/steps-server.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
