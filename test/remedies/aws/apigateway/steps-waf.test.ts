import guidance from '../../../../remedies/aws/apigateway/steps-waf.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
