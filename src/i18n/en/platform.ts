export const platform = {
  'platform.title': 'Support, under your own name',
  'platform.lede':
    'Portico gives a company a customer portal on its own domain, in its own colours. Customers ask and see what became of it. Agents answer from one calm place.',
  'platform.agents': 'Open the agent app',
  'platform.points': 'What it does',
  'platform.own.title': 'Yours to look at',
  'platform.own.text': 'Your host, your logo, your words. Your customers meet you, not us.',
  'platform.thread.title': 'One conversation',
  'platform.thread.text':
    'The portal, the live page and the mail are one thread. Answer wherever you are; it arrives where the others look.',
  'platform.signIn.title': 'No passwords',
  'platform.signIn.text':
    'A link or six digits by mail, good for ten minutes and one use. Nothing to remember, nothing to leak.',
  'platform.plain.title': 'Quick and plain',
  'platform.plain.text':
    'Whole pages from the edge, complete without JavaScript, kind to keyboards, readers and small screens.',
  'platform.demo.title': 'Look around',
  'platform.demo.text':
    'Two invented companies live here, each with customers and a quarter of work. Sign in as any of them; every mail stays on this machine.',
  'platform.demo.people': 'For example {people}',
  'platform.demo.acme': 'Acme',
  'platform.demo.acme.text': 'Robots and sensors for warehouses',
  'platform.demo.globex': 'Globex',
  'platform.demo.globex.text': 'Rosters and payroll for hotels',
  'platform.demo.agents': 'Agent app',
  'platform.demo.agents.text': 'Where both companies answer',
  'platform.demo.mailbox': 'Mailbox',
  'platform.demo.mailbox.text': 'Every mail that was sent, with its codes',
} as const;
