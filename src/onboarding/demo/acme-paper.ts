import { acmeFields } from './acme-fields.ts';
import { acmeForms } from './acme-forms.ts';
import type { DemoPaper } from './paper.ts';

const problem = (answers: DemoPaper['answers'][string]['answers']) => ({ form: 'problem', answers });
const billing = (answers: DemoPaper['answers'][string]['answers']) => ({ form: 'billing', answers });

export const acmePaper: DemoPaper = {
  fields: acmeFields,
  forms: acmeForms,
  teams: ['Robotics', 'Office'],
  usual: {
    name: 'Anything else',
    description: 'A question, a wish, an idea.',
    icon: 'inbox',
    group: 'Office',
  },
  answers: {
    'Carry 7 stops at the same tile in aisle 14': problem({
      product: 'carry',
      site: 'Hall 1, aisle 14',
      serial_number: 'C7-0412',
      error_code: 'E-214',
    }),
    'Beam sensors in cold store report −40 °C': problem({
      product: 'beam',
      site: 'Cold store',
      readings: ['temperature'],
    }),
    'Emergency stop of Carry 5 sticks': problem({
      product: 'carry',
      site: 'Hall 2',
      serial_number: 'C5-0199',
      stands_still: true,
      robots: 1,
    }),
    'Docks by the window overheat at noon': problem({ product: 'dock', site: 'Hall 1, window side' }),
    'Carry 9 prefers the long way': problem({ product: 'carry', site: 'Hall 1', serial_number: 'C9-0077' }),
    'Battery of Carry 3 at 71 % health': problem({ product: 'carry', site: 'Hall 1', serial_number: 'C3-0031' }),
    'Fleet signs me out every ten minutes': problem({ product: 'fleet' }),
    'Weekly report counts Sundays twice': problem({ product: 'fleet' }),
    'Robot sings when it drives backwards': problem({ product: 'carry', site: 'Hall 2', serial_number: 'C2-0120' }),
    'Lift 2 opens before the robot has stopped': problem({
      product: 'carry',
      site: 'Lift 2',
      serial_number: 'C6-0388',
      stands_still: true,
      robots: 4,
      on_site: 'nils',
    }),
    'The map shows the mezzanine twice': problem({ product: 'fleet', site: 'Mezzanine' }),
    'Robots lose the network behind the new racks': problem({
      product: 'carry',
      site: 'Hall 2, new racks',
      serial_number: 'C4-0260',
      error_code: 'E-031',
    }),
    'Two robots want the same crate': problem({ product: 'carry', site: 'Hall 1', serial_number: 'C8-0411' }),
    'Crates with wet labels are not read': problem({ product: 'beam', site: 'Ramp 3', readings: ['count'] }),
    'Invoice 2207 shows the old address': billing({
      billing_topic: 'address',
      invoice: '2207',
      billing_address: 'Northwind AB\nHamngatan 12\n111 47 Stockholm',
    }),
    'Quote for 12 more Beam sensors': billing({ billing_topic: 'quote' }),
    'Rechnung 2190: Menge stimmt nicht': billing({ billing_topic: 'charge', invoice: '2190' }),
  },
};
