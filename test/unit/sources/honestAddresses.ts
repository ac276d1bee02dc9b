// Addresses people honestly give the bot, some of which look like a trick.

export const honestAddresses: readonly string[] = [
  ...[
    'https://example.org',
    'https://example.org/',
    'http://example.org/feed',
    'https://www.example.org/blog-feed.xml',
  ],
  ...['HTTPS://EXAMPLE.ORG/Feed', 'Http://Example.Org/', 'hTTps://eXaMpLe.org:443/', 'https://EXAMPLE.org/FILE:///etc'],
  // Ports of either scheme, in either.
  ...['http://example.org:80/', 'https://example.org:443/', 'http://example.org:443/', 'https://example.org:80/'],
  ...[
    'https://93.184.216.34:443/',
    'http://[2606:4700:4700::1111]:80/',
    'https://example.org:0443/',
    'http://example.org:/',
  ],
  // A dot at the end is the root's.
  ...['https://example.org./', 'https://example.org.:443/feed', 'https://www.example.co.uk./rss'],
  // Public literals, in every spelling the URL parser takes.
  ...['https://8.8.8.8/', 'http://1.1.1.1/', 'http://93.184.216.34/feed', 'http://9.255.255.255/', 'http://11.0.0.0/'],
  ...[
    'http://100.63.255.255/',
    'http://100.128.0.1/',
    'http://126.255.255.255/',
    'http://128.0.0.1/',
    'http://169.253.1.1/',
  ],
  ...[
    'http://169.255.0.1/',
    'http://172.15.255.255/',
    'http://172.32.0.1/',
    'http://192.0.1.1/',
    'http://192.167.255.255/',
  ],
  ...[
    'http://192.169.0.1/',
    'http://198.17.255.255/',
    'http://198.20.0.1/',
    'http://203.0.112.1/',
    'http://223.255.255.254/',
  ],
  ...['http://168.63.129.15/', 'http://134744072/', 'http://0x08080808/', 'http://8.8.2056/', 'http://８.８.８.８/'],
  ...['http://[2606:4700:4700::1111]/', 'http://[2A00:1450:4001:80E::200E]/', 'https://[2001:4860:4860::8888]/feed'],
  ...[
    'http://[2001:200::1]/',
    'http://[2003::1]/',
    'http://[2620:0:2d0:200::7]/',
    'http://[2001:4860:4860:0:0:0:0:8888]/',
  ],
  ...['http://[::ffff:8.8.8.8]/', 'http://[::ffff:808:808]/', 'http://[2600:1f18::5efe]/', 'http://[2001:db9::1]/'],
  // Names in other scripts.
  ...['https://münchen.de/feed', 'https://xn--mnchen-3ya.de/feed', 'https://faß.de/', 'https://社.example.jp/rss'],
  ...['https://пример.рф/лента', 'https://παράδειγμα.gr/', 'https://مثال.إختبار.example.com/', 'https://例え。jp/feed'],
  ...[
    'https://ｅｘａｍｐｌｅ.org/',
    'https://☃.net/',
    'https://bücher.example.com:443/',
    'https://%C3%BCber.example.org/',
  ],
  // Names that merely contain a forbidden word.
  ...['https://internal-affairs.example.org/rss', 'https://homeoffice.gov.uk/feed', 'https://localhost.example.org/'],
  ...['https://local.example.org/', 'https://test.de/rss', 'https://test.example.org/', 'https://lan.example.com/'],
  ...['https://privatebank.com/', 'https://private.example.org/', 'https://homes.com/', 'https://corp.example.com/'],
  ...['https://intranet.example.edu/', 'https://mylocal.org/', 'https://thelocal.se/feed'],
  ...[
    'https://onion.com/rss',
    'https://theonion.com/',
    'https://svc.org/',
    'https://invalid.com/',
    'https://arpa.org/',
  ],
  ...['https://home.arpa.example.org/', 'https://metadata.example.org/', 'https://169.254.169.254.example.org/'],
  ...[
    'https://127.0.0.1.example.org/',
    'https://10.example.org/',
    'https://0x7f.example.org/',
    'https://1password.com/feed',
  ],
  ...[
    'https://1e100.net/',
    'https://4chan.org.example.com/',
    'https://xn--80ak6aa92e.com/',
    'https://a-b--c.example.org/',
  ],
  ...[
    'https://my_blog.example.org/',
    'https://-dash.example.org/',
    'https://a.co/',
    `https://${'a'.repeat(63)}.example.org/`,
  ],
  // Paths, queries and fragments with anything in them.
  ...['https://medium.com/feed/@user', 'https://example.org/~user/atom.xml', 'https://example.org/a(b)/%E2%9C%93.xml'],
  ...[
    'https://example.org/?to=user@example.com',
    'https://example.org/feed?u=http://127.0.0.1/',
    'https://example.org/feed?u=http://user@example.com/',
    'https://example.org/#@10.0.0.1',
  ],
  ...[
    'https://example.org/%5C%5Cshare',
    'https://example.org/a%20b?c=%5Cd',
    'https://example.org/?q=a%00b',
    'https://example.org?feed=rss2',
  ],
  ...[
    'https://example.org#top',
    'https://example.org/a:b/c;d=1,2',
    'https://example.org/feed:8080/',
    'https://example.org//feed',
  ],
  ...[
    'https://example.org/../../etc/passwd',
    'https://example.org/%2e%2e/x',
    'https://example.org/localhost',
    'https://example.org/ü/日本',
  ],
  ...[
    'https://example.org/?a=[1]&b={2}|3',
    'https://example.org/"quoted"',
    "https://example.org/it's",
    'https://example.org/*,!$&',
  ],
  `https://example.org/${'a'.repeat(2_028)}`,
];
