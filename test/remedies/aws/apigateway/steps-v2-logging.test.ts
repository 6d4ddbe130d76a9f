import guidance from '../../../../remedies/aws/apigateway/steps-v2-logging.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
