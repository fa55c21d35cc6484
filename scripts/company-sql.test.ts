import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { companySql } from './company-sql.ts';

const vars = {
  PLATFORM_DOMAIN: 'portico.test',
  LINK_SCHEME: 'https',
  LINK_PORT: '',
  LIMIT_MAILS_PER_ADDRESS_HOUR: '5',
  LIMIT_ASKS_PER_CLIENT_HOUR: '30',
  LIMIT_MAILS_PER_TENANT_HOUR: '500',
  LIMIT_FAILED_CODES_PER_ADDRESS_DAY: '50',
  SHOW_TIMING: 'off',
};

const acme = {
  slug: 'acme',
  name: "Acme's; 'best'?",
  zone: 'Europe/Berlin',
  accent: '#0f766e',
  owner: { name: 'Olivia', email: 'Owner@acme.test' },
  agents: [{ name: 'Amir', email: 'amir@acme.test', role: 'agent' }],
  hosts: [{ hostname: 'help.acme.test', canonical: true }],
  accounts: [
    { name: 'Northwind', people: [{ name: 'Nora', email: 'nora@northwind.test', role: 'admin' }] },
    { name: 'Initech', people: [{ email: 'nora@northwind.test', role: 'member' }] },
  ],
};

function newDatabase(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  for (const path of globSync('migrations/*.sql').sort()) db.exec(readFileSync(path, 'utf8'));
  return db;
}

const list = (db: DatabaseSync, sql: string) =>
  db
    .prepare(sql)
    .all()
    .map((row) => Object.values(row).join(' '));

test('a described company is made whole, with words kept as they were', async () => {
  const db = newDatabase();
  db.exec(await companySql(acme, vars, 1_800_000_000_000));
  assert.deepEqual(list(db, 'select name from tenant_settings'), [acme.name]);
  assert.deepEqual(list(db, 'select hostname, canonical from hostnames order by 1'), [
    'acme.portico.test 0',
    'help.acme.test 1',
  ]);
  assert.deepEqual(list(db, 'select email from seats order by 1'), ['amir@acme.test', 'owner@acme.test']);
  assert.deepEqual(list(db, 'select email, number from contacts'), ['nora@northwind.test 1']);
  assert.deepEqual(list(db, 'select role from memberships order by 1'), ['admin', 'member']);
  assert.equal(list(db, 'select id from statuses').length, 5);
});

test('people and accounts join a company that is there', async () => {
  const db = newDatabase();
  db.exec(await companySql(acme, vars, 1_800_000_000_000));
  const [id = ''] = list(db, 'select id from tenants');
  const [account = ''] = list(db, "select id from accounts where name = 'Northwind'");
  const people = [{ name: 'Nils', email: 'nils@northwind.test', role: 'member' }];
  db.exec(await companySql({ id, accounts: [{ id: account, people }] }, vars, 1_800_000_001_000));
  assert.deepEqual(list(db, 'select email, number from contacts order by 2'), [
    'nora@northwind.test 1',
    'nils@northwind.test 2',
  ]);
});

test('a second company of one name is refused by the database', async () => {
  const db = newDatabase();
  db.exec(await companySql(acme, vars, 1_800_000_000_000));
  const again = await companySql(acme, vars, 1_800_000_001_000);
  assert.throws(() => db.exec(again), /UNIQUE constraint failed: tenants\.slug/);
});

test('what no company may start with gives no SQL', async () => {
  for (const wrong of [{ slug: 'app' }, { accent: 'teal' }, { zone: 'Moon' }, { colour: '#000000' }]) {
    await assert.rejects(companySql({ ...acme, ...wrong }, vars, 0), JSON.stringify(wrong));
  }
});
