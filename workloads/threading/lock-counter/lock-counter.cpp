// Lock counter: threads add to one sum under a lock, an addition at a time.
#include <algorithm>
#include <barrier>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <mutex>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Counter {
    std::mutex lock;
    std::uint32_t sum = 0;

    void add(std::uint32_t number) {
        const std::lock_guard guard(lock);
        sum += number;
    }
};

struct Times {
    Clock::time_point start;
    Clock::time_point end;
};

struct Result {
    std::uint32_t sum;
    std::chrono::nanoseconds elapsed;
};

// The sum, and the time from the first thread's start, when all are there, to the last one's end.
Result run(std::uint64_t total, std::uint64_t threads) {
    Counter counter;
    std::barrier ready(static_cast<std::ptrdiff_t>(threads));
    std::vector<Times> times(threads);
    std::vector<std::thread> workers;
    for (std::uint64_t t = 0; t < threads; ++t) {
        try {
            workers.emplace_back([=, &counter, &ready, &own = times[t]] {
                ready.arrive_and_wait();
                own.start = Clock::now();
                for (std::uint64_t n = total * t / threads; n < total * (t + 1) / threads; ++n) {
                    counter.add(static_cast<std::uint32_t>(n));
                }
                own.end = Clock::now();
            });
        } catch (const std::system_error &) {
            // The others wait for this thread, so they cannot be joined.
            std::cerr << "lock-counter: cannot start a thread\n";
            std::exit(1);
        }
    }
    for (std::thread &worker : workers) {
        worker.join();
    }
    const auto first = std::min_element(times.begin(), times.end(),
                                        [](const Times &a, const Times &b) { return a.start < b.start; });
    const auto last = std::max_element(times.begin(), times.end(),
                                       [](const Times &a, const Times &b) { return a.end < b.end; });
    return {counter.sum, last->end - first->start};
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
        std::cerr << "usage: lock-counter <additions> [threads]\n";
        return 2;
    }
    const Result result = run(*size, *threads);
    std::cout << result.sum << '\n';
    std::cerr << "work_ns=" << result.elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "lock-counter: " << error.what() << '\n';
    return 1;
}
