// Addresses that must be refused as they are written, by the trick they try. Each line of a list is one address or several,
// parted by blanks; those that hold blanks or controls themselves stand in arrays.

/** One address for each word. */
function list(text: TemplateStringsArray): string[] {
  return (text.raw[0] ?? '').trim().split(/\s+/);
}

const rowOf = (word: string, count: number) => Array.from({ length: count }, () => word);

export const refusedAddresses: Readonly<Record<string, readonly string[]>> = {
  'loopback, spelled oddly': list`
    http://127.0.0.1/ https://127.0.0.1/ http://127.0.0.1:80/ http://127.0.0.1:443/feed.xml http://127.1/ http://127.0.1/
    http://127.255.255.254/ http://127.0.0.1./ http://0x7f.0.0.1/ http://0x7F.0x0.0x0.0x1/ http://0177.0.0.1/ http://127.0.0.01/
    http://0177.0000.0000.0001/ http://0x7f000001/ http://0X7F000001/ http://2130706433/ http://017700000001/ http://2130706434./
    http://127.0x1/ http://0x7f.1/ http://0177.1/ http://127.0.0x0.1/ http://127.00000000001/ http://0x7f.0.1/ http://127.65530/
    http://0/ http://0.0.0.0/ http://0x0/ http://00/ http://0./ http://0.1/ http://0.0.0.1/ http://0x/ http://0x.0x.0x.0x/`,

  'private and reserved IPv4': list`
    http://0.255.255.255/ http://10.0.0.0/ http://10.0.0.1/ http://10.255.255.255/ http://10.1/ http://0xa.1/ http://012.0.0.1/
    http://167772161/ http://0x0a000001/ http://100.64.0.0/ http://100.64.0.1/ http://100.127.255.255/ http://1681915905/
    http://169.254.0.1/ http://169.254.255.255/ http://172.16.0.0/ http://172.31.255.255/ http://172.16.1/ http://0xac100001/
    http://172.2031617/ http://192.0.0.0/ http://192.0.0.8/ http://192.0.0.255/ http://192.0.2.1/ http://192.88.99.1/
    http://192.168.0.0/ http://192.168.255.255/ http://192.168.1/ http://192.168.257/ http://3232235777/ http://0300.0250.1.1/
    http://0xc0.0xa8.0x1.0x1/ http://192.0xa80101/ http://198.18.0.1/ http://198.19.255.255/ http://198.51.100.7/
    http://203.0.113.9/ http://224.0.0.1/ http://224.0.0.251/ http://239.255.255.250/ http://240.0.0.1/ http://0xf0000001/
    http://254.1.2.3/ http://255.255.255.255/ http://4294967295/ http://0xffffffff/ http://037777777777/`,

  'metadata of cloud machines': list`
    http://169.254.169.254/latest/meta-data/ https://169.254.169.254/ http://169.254.169.254./ http://169.254.43518/
    http://169.16689662/ http://2852039166/ http://0xa9fea9fe/ http://0xa9.0xfe.0xa9.0xfe/ http://0251.0376.0251.0376/
    http://025177524776/ http://169.0376.0xa9fe/ http://[::ffff:169.254.169.254]/ http://[::ffff:a9fe:a9fe]/
    http://[64:ff9b::a9fe:a9fe]/ http://[2002:a9fe:a9fe::]/ http://[::169.254.169.254]/ http://[fd00:ec2::254]/
    http://[fd20:ce::254]/ http://169.254.170.2/v2/credentials http://169.254.169.253/ http://100.100.100.200/latest/meta-data/
    http://0x646464c8/ http://192.0.0.192/opc/v2/ http://168.63.129.16/metadata http://2822734096/ http://0xa83f8110/
    http://[::ffff:168.63.129.16]/ http://metadata.google.internal/ http://metadata.google.internal./computeMetadata/v1/
    http://metadata/ http://instance-data/ http://instance-data.ec2.internal/ http://METADATA.GOOGLE.INTERNAL/`,

  'IPv6 that is loopback or carries an IPv4 address': list`
    http://[::1]/ http://[::1]:80/ http://[::1]:443/ http://[0:0:0:0:0:0:0:1]/ http://[0000:0000:0000:0000:0000:0000:0000:0001]/
    http://[::0001]/ http://[0::1]/ http://[::]/ http://[0:0:0:0:0:0:0:0]/ http://[::0.0.0.1]/ http://[::127.0.0.1]/
    http://[::7f00:1]/ http://[::8.8.8.8]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[::FFFF:7F00:0001]/
    http://[0:0:0:0:0:ffff:127.0.0.1]/ http://[0000:0000:0000:0000:0000:ffff:7f00:0001]/ http://[::ffff:10.0.0.1]/
    http://[::ffff:192.168.1.1]/ http://[::ffff:c0a8:101]/ http://[::ffff:0.0.0.0]/ http://[::ffff:100.64.0.1]/
    http://[::ffff:255.255.255.255]/ http://[::ffff:0:127.0.0.1]/ http://[::ffff:0:8.8.8.8]/ http://[64:ff9b::127.0.0.1]/
    http://[64:ff9b::8.8.8.8]/ http://[64:ff9b::10.0.0.1]/ http://[64:ff9b:1::1]/ http://[64:ff9b:1:ffff::a00:1]/
    http://[2002:7f00:1::]/ http://[2002:a00:1::1]/ http://[2002:808:808::1]/ http://[2002:c0a8:101::1]/ http://[2001::1]/
    http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/ http://[2001:0:7f00:1::]/ http://[2a00:1450:4001::5efe:10.0.0.1]/
    http://[2a00:1450:4001:800:200:5efe:192.168.1.1]/ http://[2a00:1450:4001:800:0:5efe:7f00:1]/`,

  'IPv6 that is not global': list`
    http://[fe80::1]/ http://[fe80::1%25eth0]/ http://[fe80::1%eth0]/ http://[febf::1]/ http://[fec0::1]/ http://[feff::1]/
    http://[fc00::1]/ http://[fdff:ffff::1]/ http://[fd12:3456:789a::1]/ http://[FD00::1]/ http://[ff00::1]/ http://[ff01::1]/
    http://[ff02::1]/ http://[ff02::fb]/ http://[ff05::1:3]/ http://[ff0e::1]/ http://[100::1]/ http://[100:0:0:1::1]/
    http://[200::1]/ http://[400::1]/ http://[1000::1]/ http://[1fff:ffff::1]/ http://[2001:2::1]/ http://[2001:10::1]/
    http://[2001:20::1]/ http://[2001:1ff::1]/ http://[2001:db8::1]/ http://[2001:DB8:ffff::1]/ http://[3fff::1]/
    http://[3fff:fff::1]/ http://[4000::1]/ http://[5f00::1]/ http://[8000::1]/ http://[e000::1]/`,

  'names of somebody’s own network': list`
    http://localhost/ http://LOCALHOST/ http://LocalHost/ http://localhost./ http://localhost:80/ https://localhost:443/
    http://foo.localhost/ http://a.b.localhost./ http://localhost.localdomain/ http://printer.localdomain/ http://ip6-localhost/
    http://ip6-loopback/ http://router/ http://router./ http://intranet/ http://wiki.intranet/ http://printer.local/
    http://PRINTER.LOCAL/ http://printer.local./ http://_http._tcp.local/ http://kubernetes.default.svc/ http://db.svc/
    http://kubernetes.default.svc.cluster.local/ http://host.docker.internal/ http://api.corp/ http://mail.corp./ http://nas.lan/
    http://nas.home/ http://nas.home.arpa/ http://home.arpa/ http://fritz.private/ http://db.private./ http://society.test/
    http://test/ http://nothing.invalid/ http://hidden.onion/ http://1.0.0.127.in-addr.arpa/ http://in-addr.arpa/
    http://1.0.0.0.ip6.arpa/ http://internal/ http://a.internal/ http://com/ http://org./ https://example/ http://xn--p1ai/`,

  'hosts in other letters or escaped': list`
    http://１２７.0.0.1/ http://１２７．０．０．１/ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://127｡0｡0｡1/ http://127．1/
    http://⑩.0.0.1/ http://１０.０.０.１/ http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/ http://0ｘ7f.1/ http://０１７７.0.0.1/ http://１６９.２５４.１６９.２５４/
    http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/ http://ｌｏｃａｌｈｏｓｔ/ http://𝓁𝓸𝒸𝒶𝓁𝒽ℴ𝓈𝓉/ http://foo。localhost/ http://printer．ｌｏｃａｌ/ http://a.ⓘnternal/
    http://%31%32%37.0.0.1/ http://127%2e0%2e0%2e1/ http://127.0.0.1%2e/ http://%6c%6f%63%61%6c%68%6f%73%74/ http://loc%61lhost/
    http://%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1/ http://%E2%91%A0%E2%91%A1%E2%91%A6.0.0.1/ http://printer%E3%80%82local/
    http://127.0.0.1%00.example.org/ http://example.org%00/ http://example.org%20/ http://example.org%09/ http://example.org%0d%0a/
    http://example.org%2f@10.0.0.1/ http://example.org%5c@10.0.0.1/ http://example.org%40127.0.0.1/ http://example.org%3a22/
    http://%5b::1%5d/ http://[%3a%3a1]/ http://%/ http://%zz.example.org/ http://example.org%25/ http://xn--/ http://xn--a.example.org/`,

  schemes: list`
    ftp://example.org/feed ftps://example.org/ sftp://example.org/ file:///etc/passwd file://localhost/etc/passwd FILE:///etc/hosts
    file://example.org/share gopher://example.org:70/1 dict://example.org:2628/d ldap://example.org/ tftp://example.org/x
    data:text/xml,<rss/> data:application/rss+xml;base64,PHJzcy8+ javascript:alert(1) javascript://example.org/%0aalert(1)
    vbscript:x blob:https://example.org/1 filesystem:https://example.org/temporary/x about:blank chrome://settings/ view-source:https://example.org/
    jar:https://example.org/a.jar!/ netdoc:///etc/passwd php://filter/resource=x phar://x expect://id unix:///var/run/docker.sock
    http+unix://%2Fvar%2Frun%2Fdocker.sock/ unix+http:/run/x ws://example.org/ wss://example.org/ feed://example.org/rss
    feed:https://example.org/rss webcal://example.org/x.ics mailto:a@example.org tel:123 ssh://example.org/ git://example.org/x
    httpx://example.org/ https2://example.org/ shttp://example.org/ example.org example.org/feed example.org:80/ www.example.org
    /feed.xml ./feed ?feed=1 #feed`,

  'shapes that parsers read differently': list`
    http:example.org http:/example.org https:/example.org/feed http:///example.org/ http:////127.0.0.1/ https:///example.org
    //example.org/feed //127.0.0.1/ ://example.org/ http//example.org/ http:\\example.org\ http:\/example.org/ http:/\example.org/
    http://example.org\@127.0.0.1/ http://127.0.0.1\@example.org/ http://example.org\.local/ https://example.org/a\b
    http://127.0.0.1#@example.org/ http://127.0.0.1?@example.org/ http://127.0.0.1/@example.org/ http://localhost#.example.org/
    http://localhost?.example.org/ http://#example.org/ http://?example.org http:// https:// http:/// http: https: http://:80/ http://:/
    http://./ http://../ http://.example.org/ http://example..org/ http://example.org../ http://127.0.0.1../ http://..example.org/
    http://[::1 http://::1/ http://[/ http://[]/ http://[::1]example.org/ http://[127.0.0.1]/ http://[::1::2]/ http://[1:2:3]/
    http://[::fffff]/ http://[::1]]/ http://[example.org]/ http://1.2.3.4.5/ http://256.1.1.1/ http://1.256.1.1/ http://256.256.256.256/
    http://4294967296/ http://0x100000000/ http://1.2.3.999/ http://08.1.1.1/ http://09/ http://example.123/ http://example.0x1/
    http://a.1e3.5/ http://exa<mple.org/ http://exa|mple.org/ http://exa^mple.org/ http://exa{mple}.org/ http://exa$mple.org/
    http://a;b.example.org/ http://*.example.org/ http://a,b.example.org/ http://a!.example.org/ http://(a).example.org/
    http://a'b.example.org/ http://a"b.example.org/ http://a~b.example.org/ http://a+b.example.org/ http://a=b.example.org/ http://a&b.example.org/`,

  'user names': list`
    http://user@example.org/ http://user:word@example.org/ https://:word@example.org/ https://@example.org/ https://:@example.org/
    http://example.org@127.0.0.1/ http://example.org:80@127.0.0.1/ http://127.0.0.1@example.org/ http://user%40example.org@10.0.0.1/
    http://a@b@example.org/ http://example.org:x@y@z/ https://user;x=1@example.org/ http://%61@example.org/`,

  ports: list`
    http://example.org:0/ http://example.org:1/ http://example.org:21/ http://example.org:22/ http://example.org:23/
    http://example.org:25/ http://example.org:53/ http://example.org:81/ http://example.org:110/ https://example.org:444/
    https://example.org:8443/ http://example.org:2375/ http://example.org:3000/ http://example.org:3306/ http://example.org:5432/
    http://example.org:6379/ http://example.org:8000/ http://example.org:8080/ http://example.org:9200/ http://example.org:11211/
    http://example.org:27017/ http://example.org:65535/ http://example.org:65536/ http://example.org:65616/ http://example.org:99999999999/
    http://example.org:-80/ http://example.org:+80/ http://example.org:80a/ http://example.org:8o/ http://example.org:0x50/
    http://example.org:80:80/ http://93.184.216.34:22/ http://[2606:4700::1111]:22/ http://example.org:８０８０/`,

  'blanks and controls': [
    ...[
      '',
      ' ',
      '\n',
      ' https://example.org/',
      'https://example.org/ ',
      '\thttps://example.org/',
      'https://example.org/\n',
    ],
    ...[
      'ht\ttp://example.org/',
      'http:\n//example.org/',
      'http:/\t/example.org/',
      'http://exam\tple.org/',
      'http://127.0.\n0.1/',
    ],
    ...[
      'http://exam ple.org/',
      'https://example.org/a b',
      'https://example.org/a\u0000b',
      '\u0000https://example.org/',
    ],
    ...[
      'https://example.org/\r\nHost: localhost',
      'https://example.org/\u007f',
      'https://example.org/\u0085',
      '\ufeffhttps://example.org/',
    ],
    ...[
      'https://example.org/a\u00a0b',
      'https://example.org/a\u2003b',
      'https://example.org/a\u3000b',
      'https://example.org/\u2028',
    ],
    ...[
      'http://exam\u0000ple.org/',
      'http://example.org\u202f/',
      'http://example.org/\u0001',
      'http://\u0000/',
      'http://example.org/\u009f',
    ],
  ],

  'too long': [
    `https://example.org/${'a'.repeat(2_029)}`,
    `https://example.org/?${'a=b&'.repeat(1_000)}`,
    `http://${'a'.repeat(64)}.example.org/`,
    `http://${rowOf('abcdefgh', 29).join('.')}.example.org/`,
    `http://${'0'.repeat(3_000)}127.0.0.1/`,
    `http://${'1.'.repeat(3_000)}/`,
    `https://${'@'.repeat(100_000)}`,
  ],
};
