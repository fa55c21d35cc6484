const checked = new Set<string>();

/**
 * Throws when a SELECT gives two columns one name: D1 answers a batch by name,
 * and one of the two would be lost without a word.
 */
export function refuseDoubledColumns(sql: string): void {
  if (checked.has(sql)) return;
  const names = selectedNames(sql);
  const doubled = names.find((name, i) => names.indexOf(name) !== i);
  if (doubled) throw new Error(`Two columns are called ${doubled} in: ${sql}`);
  checked.add(sql);
}

function selectedNames(sql: string): string[] {
  const start = /^\s*select\s+(distinct\s+)?/i.exec(sql);
  if (!start) return [];
  const items: string[] = [];
  let depth = 0;
  let from = start[0].length;
  for (let i = from; i <= sql.length; i += 1) {
    const at = sql[i];
    if (at === '(') depth += 1;
    else if (at === ')') depth -= 1;
    else if (depth === 0 && (i === sql.length || at === ',' || /^\sfrom\s/i.test(sql.slice(i, i + 6)))) {
      items.push(sql.slice(from, i));
      from = i + 1;
      if (at !== ',') break;
    }
  }
  return items.map(nameOf);
}

function nameOf(item: string): string {
  const text = item.trim();
  const alias = /\sas\s+["`]?([\w]+)["`]?$/i.exec(text) ?? /["`.]?(\w+)["`]?$/.exec(text);
  return alias?.[1] ?? text;
}
