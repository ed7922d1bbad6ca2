create or replace macro fold_arabic(name) as
trim(
    regexp_replace(
        regexp_replace(
            translate(
                regexp_replace(
                    lower(cast(name as varchar)),
                    '[\x{0610}-\x{061A}\x{0640}\x{064B}-\x{065F}\x{0670}\x{06D6}-\x{06DC}\x{06DF}-\x{06E8}\x{06EA}-\x{06ED}\x{061C}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]',
                    '',
                    'g'
                ),
                'أإآٱىیېۍئؤةۀەہھۃکگپچژڤۋ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
                'اااايييييوههههههكغبجزفف01234567890123456789'
            ),
            '[^\p{L}\p{N}]+',
            ' ',
            'g'
        ),
        '(^| )([وفبك]?ال|لل)(\p{L}{2,})',
        '\1\3',
        'g'
    )
);

comment on macro fold_arabic is
'A name as events_about compares it: no diacritics, tatweel, hamza carriers, ta marbuta, alef maqsura, article or punctuation.';
