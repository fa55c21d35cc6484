/** Small line drawings, 16 by 16, in the colour of the text beside them. Always beside words, so hidden from readers. */
export const Icon = ({ name, class: extra }: { name: IconName; class?: string }) => (
  <svg
    class={extra ? `icon ${extra}` : 'icon'}
    viewBox="0 0 16 16"
    width="16"
    height="16"
    aria-hidden="true"
    focusable="false"
  >
    <path d={paths[name]} />
    {isSolid(name) && <path class="solid" d={solids[name]} />}
  </svg>
);

export type IconName = keyof typeof paths;

/** True for the name of a drawing that there is. */
export const isIcon = (name: string): name is IconName => Object.hasOwn(paths, name);

const paths = {
  alert: 'M8 5v3.5M8 11h.01M7.1 2.5 1.6 12a1 1 0 0 0 .9 1.5h11a1 1 0 0 0 .9-1.5L8.9 2.5a1 1 0 0 0-1.8 0Z',
  'arrow-down': 'M8 3v10m0 0 4-4m-4 4L4 9',
  'arrow-left': 'M13 8H3m0 0 4-4M3 8l4 4',
  'arrow-up': 'M8 13V3m0 0 4 4M8 3 4 7',
  'arrow-right': 'M3 8h10m0 0L9 4m4 4-4 4',
  bold: 'M5 3h4a2.5 2.5 0 0 1 0 5H5Zm0 5h4.5a2.5 2.5 0 0 1 0 5H5Z',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  chevron: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  clip: 'M13 7.5 8 12.3a3.2 3.2 0 0 1-4.5-4.500l5.200-5a2.100 2.100 0 0 1 3 3l-5.100 5a1.050 1.050 0 0 1-1.500-1.500l4.600-4.500',
  clock: 'M8 4.5V8l2.5 1.5M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  code: 'M5.5 4.5 2 8l3.5 3.5m5-7L14 8l-3.5 3.5',
  cross: 'm4 4 8 8m0-8-8 8',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  file: 'M9 1.500H4.500a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V5ZM9 1.500V5h3.500',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  inbox:
    'M2 9h3.5l1 2h3l1-2H14M2 9v3.5a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9M2 9l2.2-5.9a1 1 0 0 1 .9-.6h5.8a1 1 0 0 1 .9.6L14 9',
  info: 'M8 7.5V11M8 5h.01M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  italic: 'M7 3h5M4 13h5M9.5 3l-3 10',
  key: 'M9.5 6.5 14 2m-2 2 1.5 1.5M10 10a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0Z',
  link: 'm6.5 9.5 3-3m-2-2 1-1a2.8 2.8 0 0 1 4 4l-1 1m-3 3-1 1a2.8 2.8 0 0 1-4-4l1-1',
  list: 'M6 4h8M6 8h8m-8 4h8M2.5 4h.01M2.500 8h.01M2.500 12h.01',
  lock: 'M4.5 7V5a3.5 3.5 0 1 1 7 0v2M4 7h8a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1Z',
  mail: 'M2.5 3.5h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Zm-.7.7L8 9l6.2-4.8',
  menu: 'M2.5 4.5h11m-11 3.5h11m-11 3.5h11',
  message:
    'M2 4a1.5 1.5 0 0 1 1.5-1.5h9A1.5 1.5 0 0 1 14 4v6a1.5 1.5 0 0 1-1.5 1.5H8L4.5 14v-2.5h-1A1.5 1.5 0 0 1 2 10Z',
  numbers:
    'M6.5 4H14M6.500 8H14m-7.500 4H14M2 3.200 3 2.500V6m-1.200 4.300c.2-.8 1.700-.8 1.700.2 0 .7-1.700 1.300-1.700 2h1.800',
  pencil:
    'M10.500 3.500 12.500 5.500M3 13l.600-2.600 7.600-7.600a1.100 1.100 0 0 1 1.600 0l.400.400a1.100 1.100 0 0 1 0 1.600L5.600 12.400Z',
  people:
    'M8.5 5.5a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0ZM1.5 13.5c.5-2.2 2.4-3.4 4.7-3.4s4.2 1.2 4.7 3.4M10.5 3.4a2.3 2.3 0 0 1 0 4.3m1.3 2.5c1.5.4 2.5 1.5 2.8 3.2',
  person: 'M10.5 5.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM3 13.5c.6-2.3 2.6-3.5 5-3.5s4.4 1.2 5 3.5',
  plus: 'M8 3v10M3 8h10',
  quote: 'M3 4v8m3-7h8M6 8h8m-8 3h5',
  reopen: 'M3 4.5V8h3.5M3.3 8A5 5 0 1 1 4.5 11.6',
  reply: 'M6.5 4 2.5 8l4 4M2.5 8H10a3.5 3.5 0 0 1 3.5 3.5V13',
  search: 'm10.5 10.5 3.5 3.5M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0Z',
  send: 'M14 2 7 9m7-7-4.5 12L7 9 2 6.500Z',
  settings:
    'M2 5h6.5m3 0H14M2 11h2.500m3 0H14M11.5 5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Zm-4 6a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0Z',
  'sign-out': 'M6 14H3.500a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1H6m4.5 9 3-3-3-3m3 3H6',
  'status-closed': 'M5 8h6M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  'status-new': 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  'status-open': 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  'status-solved': 'm5.2 8.2 2 2 3.6-4M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  'status-waiting': 'M6.5 5.800v4.400m3-4.400v4.400M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z',
  swap: 'M3 5.500h10m0 0L10.5 3M13 5.5 10.5 8M13 10.500H3m0 0L5.5 8M3 10.5 5.5 13',
  team: 'M8 5.500a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM1.5 12.500C2 10.5 3.8 9.5 6 9.500s4 1 4.5 3M10 3.600a2 2 0 0 1 0 3.800M11.8 9.900c1.4.4 2.4 1.3 2.7 2.6',
} as const;

/** Parts that are filled rather than drawn. */
const solids = {
  'status-new': 'M10.4 8a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0Z',
  'status-open': 'M8 4.2a3.8 3.8 0 0 1 0 7.6Z',
} as const;
const isSolid = (name: IconName): name is keyof typeof solids => name in solids;
