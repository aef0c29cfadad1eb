// A fixed amount of integer work, divided among threads: streams of a Lehmer generator, hashed.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <exception>
#include <iostream>
#include <numeric>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

namespace {

// Steps of one stream. Streams are independent, the steps of one stream are not.
constexpr std::uint64_t STREAM = 1000;

std::uint32_t stream(std::uint64_t index, std::uint64_t steps) {
    std::uint64_t state = index % 2147483646 + 1;
    std::uint32_t hash = 0;
    for (std::uint64_t i = 0; i < steps; ++i) {
        state = state * 48271 % 2147483647;
        hash = 31 * hash + static_cast<std::uint32_t>(state);
    }
    return hash;
}

// The sum of the hashes of some streams; the last stream of all may be shorter.
std::uint32_t share(std::uint64_t first, std::uint64_t end, std::uint64_t total) {
    std::uint32_t sum = 0;
    for (std::uint64_t index = first; index < end; ++index) {
        sum += stream(index, std::min(STREAM, total - index * STREAM));
    }
    return sum;
}

std::uint32_t run(std::uint64_t total, std::uint64_t threads) {
    const std::uint64_t streams = (total - 1) / STREAM + 1;
    std::vector<std::uint32_t> sums(threads);
    {
        std::vector<std::jthread> workers;
        for (std::uint64_t t = 0; t < threads; ++t) {
            workers.emplace_back([=, &sum = sums[t]] {
                sum = share(streams * t / threads, streams * (t + 1) / threads, total);
            });
        }
    }
    return std::accumulate(sums.begin(), sums.end(), std::uint32_t{0});
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 || argc == 3 ? parse(argv[1]) : std::nullopt;
    const auto threads = argc == 3 ? parse(argv[2]) : std::optional<std::uint64_t>(1);
    if (!size || !threads) {
        std::cerr << "usage: cpu-bound <steps> [threads]\n";
        return 2;
    }
    const auto start = std::chrono::steady_clock::now();
    const std::uint32_t sum = run(*size, *threads);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << sum << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "cpu-bound: " << error.what() << '\n';
    return 1;
}
