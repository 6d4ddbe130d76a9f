import guidance from '../../../../remedies/aws/apigateway/steps-client-certificate.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
