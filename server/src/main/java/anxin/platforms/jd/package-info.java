/** JD's open platform (京东宙斯): service bills of {@code jingdong.asc.*}, signed with MD5. */
@NullMarked
package anxin.platforms.jd;

import org.jspecify.annotations.NullMarked;
