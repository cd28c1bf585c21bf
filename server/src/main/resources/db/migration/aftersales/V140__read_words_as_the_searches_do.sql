-- Letter by letter as anxin.kernel.words.Words reads what somebody looks for: Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean
-- with their marks by every two neighbouring characters, whole words of all else.
create or replace function aftersales.words(text text) returns text[]
    language sql immutable parallel safe
    return (
        select coalesce(array_agg(distinct w.word), '{}')
          from (values ('[\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0edf\u1000-\u1049\u1050-\u109d\u1100-\u11ff\u1780-\u17d3\u17e0-\u17e9'
                     || '\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c'
                     || '\uac00-\ud7fb\uf900-\ufad9\U00020000-\U000323af]+')) as d (dense)
         cross join lateral regexp_matches(
                   regexp_replace(lower(normalize(text, nfkc)), '(' || d.dense || ')', ' \1 ', 'g'),
                   '(' || d.dense || ')|([[:alnum:]]+)', 'g') as r (run)
         cross join lateral (
               select substr(r.run[1], n, 2)
                 from generate_series(1, greatest(1, length(r.run[1]) - 1)) as n
                where r.run[1] is not null
               union all
               select left(r.run[2], 40) where r.run[2] is not null) as w (word));

-- Those with letters that were read otherwise.
update aftersales.case_words w
   set words = aftersales.words_of(c)
  from aftersales.after_sale_case c
 where c.shop_id = w.shop_id and c.id = w.case_id
   and c.title || coalesce(c.customer_name, '')
       ~ '[\u0e00-\u11ff\u1780-\u17ff\u3000-\u31ff\ua960-\ua97c\ud7a4-\ud7fb\uf900-\ufad9\U00020000-\U000323af]'
   and w.words <> aftersales.words_of(c);
